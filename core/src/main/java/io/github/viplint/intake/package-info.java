/**
 * From paths, folders and pastes to captures: what each input is, which lines belong together,
 * whose they are.
 *
 * <p>Content decides first, names second. Nothing is read into the model here.
 */
@NullMarked
package io.github.viplint.intake;

import org.jspecify.annotations.NullMarked;
