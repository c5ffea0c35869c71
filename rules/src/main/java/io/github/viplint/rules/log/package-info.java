/**
 * The built-in log signatures, and what hits of several tell together. What follows is for rules.
 */
@NullMarked
package io.github.viplint.rules.log;

import org.jspecify.annotations.NullMarked;
