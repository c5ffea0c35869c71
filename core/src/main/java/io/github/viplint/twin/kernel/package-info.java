/**
 * A kernel's addresses, rules, tables and settings, as captured or predicted, and what it puts
 * there itself. Nothing here looks anything up or changes anything.
 */
@NullMarked
package io.github.viplint.twin.kernel;

import org.jspecify.annotations.NullMarked;
