/**
 * Text as it was captured and places in it: sources, captures, spans, edits.
 *
 * <p>Knows nothing of what a text means. Offsets inside; lines and columns only at the edge, in
 * {@link io.github.viplint.capture.Place}.
 */
@NullMarked
package io.github.viplint.capture;

import org.jspecify.annotations.NullMarked;
