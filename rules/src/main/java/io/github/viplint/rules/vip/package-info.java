/** Area 1: the ranges of anyip-routes.cfg. */
@NullMarked
package io.github.viplint.rules.vip;

import org.jspecify.annotations.NullMarked;
