package io.github.viplint.cli;

import io.github.viplint.Viplint;
import io.github.viplint.lint.Options;
import io.github.viplint.rules.BuiltInRules;
import java.io.File;
import java.util.List;

/** Where the rules of a run come from. */
final class RulePacks {
  /** What the build calls the program, which names its libraries itself. */
  private static final String PROGRAM = "viplint-cli.jar";

  private RulePacks() {}

  /**
   * The library with the rules of viplint and those of every other pack on the class path. Where
   * there is nothing but the program, no jar is searched for them: that takes as long as a lint.
   */
  static Viplint library(Options options) {
    return isProgramAlone(System.getProperty("java.class.path", ""))
        ? alone(options)
        : Viplint.standard(options);
  }

  static Viplint alone(Options options) {
    return new Viplint(List.of(new BuiltInRules()), options);
  }

  static boolean isProgramAlone(String classPath) {
    return !classPath.contains(File.pathSeparator) && new File(classPath).getName().equals(PROGRAM);
  }
}
