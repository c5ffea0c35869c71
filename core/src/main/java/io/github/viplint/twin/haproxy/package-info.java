/** haproxy.service, as far as the addresses that it binds. */
@NullMarked
package io.github.viplint.twin.haproxy;

import org.jspecify.annotations.NullMarked;
