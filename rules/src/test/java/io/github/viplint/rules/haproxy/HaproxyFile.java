package io.github.viplint.rules.haproxy;

import io.github.viplint.lint.Options;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.rules.LintedLab;
import java.util.Optional;

/** A lab of one haproxy.cfg, judged by a release. */
final class HaproxyFile {
  static final String NAME = "etc/haproxy/haproxy.cfg";
  static final String DEFAULTS =
      """
      defaults
        mode tcp
        timeout connect 5s
        timeout client 1m
        timeout server 1m
      """;

  private HaproxyFile() {}

  /** The file, marked with what the rule should find. */
  static LintedLab of(String code, String version, String marked) {
    return LintedLab.of(code).options(judgedBy(version)).file(NAME, marked);
  }

  /** {@code --haproxy}. */
  static Options judgedBy(String version) {
    return new Options(HaproxyVersion.of(version), Optional.empty(), Optional.empty());
  }
}
