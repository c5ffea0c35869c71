/** Readers of what systemctl says of units and of the system. */
@NullMarked
package io.github.viplint.read.systemd;

import org.jspecify.annotations.NullMarked;
