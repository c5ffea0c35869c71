/** Finds secrets in what was handed in, so that they never get out again. */
@NullMarked
package io.github.viplint.redact;

import org.jspecify.annotations.NullMarked;
