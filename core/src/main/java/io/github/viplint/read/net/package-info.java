/** Readers of what a host says of its network: addresses, rules, routes, pings, name servers. */
@NullMarked
package io.github.viplint.read.net;

import org.jspecify.annotations.NullMarked;
