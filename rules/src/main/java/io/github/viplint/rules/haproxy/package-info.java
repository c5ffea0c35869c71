/** Area 5: haproxy.cfg. */
@NullMarked
package io.github.viplint.rules.haproxy;

import org.jspecify.annotations.NullMarked;
