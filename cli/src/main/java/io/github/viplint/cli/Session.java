package io.github.viplint.cli;

import io.github.viplint.Viplint;
import io.github.viplint.lint.Options;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.function.Function;

/**
 * What every command needs: the streams, the terminal, and the library.
 *
 * @param library makes the library with these options
 */
record Session(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    Terminal terminal,
    Function<Options, Viplint> library) {}
