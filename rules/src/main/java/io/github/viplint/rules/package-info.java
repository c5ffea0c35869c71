/**
 * The built-in rules, by area, each with its page beside it. They come to the linter as any other
 * rule pack does.
 */
@NullMarked
package io.github.viplint.rules;

import org.jspecify.annotations.NullMarked;
