package io.github.viplint.report;

/** A number and its noun: {@code 1 capture}, {@code 3 captures}. */
final class Count {
  private Count() {}

  static String of(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
