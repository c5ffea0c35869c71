/**
 * The lexers and parsers that ANTLR generates, one grammar per input format, and only what makes
 * them usable. What the text means is not decided here.
 *
 * <p>Generated code knows nothing of nullness annotations, so this package is not null-marked.
 */
package io.github.viplint.grammar;
