package io.github.viplint.rules.haproxy.keyword;

/**
 * What came of a word that is gone.
 *
 * @param since the release that took it away, {@code 2.1}
 * @param exact whether {@code instead} can be written in its place, with the same arguments
 * @param instead what to write, or an imperative sentence
 */
public record Successor(String since, boolean exact, String instead) {
  /** What to do. */
  public String help() {
    return exact ? "write " + instead : instead;
  }
}
