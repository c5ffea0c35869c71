package io.github.viplint.lint;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.Blake3;

/** What stays the same of a finding when lines move or other findings come and go. */
final class Fingerprint {
  private Fingerprint() {}

  /**
   * 32 hexadecimal digits over rule, lab, host, kind of capture and subjects as reports show them:
   * a secret could be guessed from its hash.
   */
  static String shown(String lab, Finding finding) {
    return of(lab, finding, shownSubjects(finding));
  }

  static List<String> shownSubjects(Finding finding) {
    return finding.subjects().stream().map(finding.span().capture().source()::masked).toList();
  }

  private static String of(String lab, Finding finding, List<String> subjects) {
    List<String> parts =
        List.of(
            finding.rule().code(),
            lab,
            finding.host(),
            finding.span().capture().kind().id(),
            String.join("\u0001", subjects));
    // one of Java's own would first set up all providers of security, which takes longer than a
    // lint
    byte[] hash = Blake3.hash(String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 16);
  }
}
