/**
 * What all readers share: a capture line by line with its account, words with their places, and the
 * contract of a reader. Knows no format.
 */
@NullMarked
package io.github.viplint.read.line;

import org.jspecify.annotations.NullMarked;
