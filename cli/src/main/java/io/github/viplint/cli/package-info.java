/**
 * The command line: options in, the library called, the report written to the streams that the
 * caller gave. No rule and no reader lives here.
 */
@NullMarked
package io.github.viplint.cli;

import org.jspecify.annotations.NullMarked;
