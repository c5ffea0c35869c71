/**
 * Linux policy routing as {@code ip route get} shows it: rules, source addresses and the checks on
 * the source. What a service does to a table is no matter of this package.
 */
@NullMarked
package io.github.viplint.twin.route;

import org.jspecify.annotations.NullMarked;
