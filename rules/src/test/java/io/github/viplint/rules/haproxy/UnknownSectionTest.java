package io.github.viplint.rules.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownSectionTest {
  @Test
  void findsAMisspeltSection() {
    Finding finding =
        of(
                "2.2",
                """
                backends web <<< error/high: knows no section 'backends'
                  server one 172.20.0.11:443
                  nonsense of which nobody can say where it stands
                """)
            .get(0);
    assertThat(finding.help()).isEqualTo("write backend");
    assertThat(finding.fixes()).extracting(Fix::safety).containsExactly(Fix.Safety.UNSAFE);
  }

  @Test
  void findsCapitals() {
    of(
        "2.6",
        """
        LISTEN web <<< error: 'LISTEN'
          bind 10.20.30.35:443
        """);
  }

  @ParameterizedTest
  @CsvSource({"2.2, crt-store, 3.0", "2.6, traces, 3.2", "2.2, log-forward, 2.4"})
  void findsASectionOfALaterRelease(String version, String section, String since) {
    Finding finding =
        of(version, section + " x <<< error: knows no section\n  load crt x\n").get(0);
    assertThat(finding.help()).isEqualTo("this section is known from haproxy " + since + " on");
  }

  @Test
  void findsALineBeforeTheFirstSection() {
    HaproxyFile.of("VL501", "2.2", "maxconn 10 <<< error: 'maxconn'\nbind :80\nglobal\n").holds();
  }

  @ParameterizedTest
  @CsvSource({
    "2.2, ring",
    "2.2, http-errors",
    "2.2, program",
    "2.6, log-forward",
    "3.2, acme",
    "2.2, cache"
  })
  void isSilentOnWhatTheReleaseKnows(String version, String section) {
    of(version, section + " x\n");
  }

  @Test
  void takesAPasteWithoutItsBeginningForAnExcerpt() {
    io.github.viplint.rules.LintedLab.of("VL501")
        .file(
            "paste-1.txt",
            """
            root@haproxy [ ~ ]# cat /etc/haproxy/haproxy.cfg
            ...
              bind 10.20.30.35:443
              default_backend web
            backend web
              server one 172.20.0.11:443
            root@haproxy [ ~ ]#
            """)
        .holds();
  }

  private static java.util.List<Finding> of(String version, String marked) {
    return HaproxyFile.of("VL501", version, HaproxyFile.DEFAULTS + marked).holds();
  }
}
