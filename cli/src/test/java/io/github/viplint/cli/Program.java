package io.github.viplint.cli;

import io.github.viplint.Viplint;
import io.github.viplint.lint.Options;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** The program run inside a test: what goes in, and what came out. */
final class Program {
  private byte[] in = {};
  private Terminal terminal = Terminal.NONE;
  private Function<Options, Viplint> library = Viplint::standard;

  record Outcome(int exit, String out, String err) {}

  Program in(String text) {
    return in(text.getBytes(StandardCharsets.UTF_8));
  }

  Program in(byte[] bytes) {
    this.in = bytes;
    return this;
  }

  Program on(Terminal value) {
    this.terminal = value;
    return this;
  }

  Program with(Function<Options, Viplint> value) {
    this.library = value;
    return this;
  }

  Outcome run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
      int exit =
          new Main(new ByteArrayInputStream(in), outStream, errStream, terminal, library).run(args);
      return new Outcome(
          exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
  }
}
