/**
 * Other names and addresses in place of those of a lab, so that what is wrong with it stays as
 * wrong. Works on texts and knows nothing of captures.
 */
@NullMarked
package io.github.viplint.redact.anonym;

import org.jspecify.annotations.NullMarked;
