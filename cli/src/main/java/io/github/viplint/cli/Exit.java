package io.github.viplint.cli;

/** Exit codes; a contract with scripts. */
final class Exit {
  /** Nothing at or above what {@code --fail-on} says. */
  static final int OK = 0;

  /** Findings at or above what {@code --fail-on} says. */
  static final int FINDINGS = 1;

  /** Wrong usage; decided before anything runs. */
  static final int USAGE = 2;

  /** Nothing was recognised, or a file could not be read. */
  static final int INCOMPLETE = 3;

  /** A rule, a reader or the program itself broke. */
  static final int INTERNAL = 4;

  private Exit() {}
}
