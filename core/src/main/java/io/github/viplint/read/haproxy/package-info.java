/** Readers of haproxy.cfg, and of what {@code haproxy -c} says of it. */
@NullMarked
package io.github.viplint.read.haproxy;

import org.jspecify.annotations.NullMarked;
