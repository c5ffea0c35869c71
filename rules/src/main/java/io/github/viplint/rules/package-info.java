/**
 * The built-in rules, by area, with a page for each. Rules read a lab and report findings; they
 * parse nothing, keep no state and do not know each other.
 */
@NullMarked
package io.github.viplint.rules;

import org.jspecify.annotations.NullMarked;
