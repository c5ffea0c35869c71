package io.github.viplint.rules.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemovedInVersionTest {
  @Test
  void writesTheNewNameOfATimeout() {
    Finding finding =
        of("2.2", "backend b\n  contimeout 5s <<< error/high: takes 'contimeout' no more since 2.1")
            .get(0);
    Fix fix = finding.fixes().get(0);
    assertThat(fix.safety()).isEqualTo(Fix.Safety.SAFE);
    assertThat(fix.proven()).isTrue();
    assertThat(fix.edits().get(0).newText()).isEqualTo("timeout connect");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "2.6 | global | nbproc 2 | 'nbproc' no more",
        "2.6 | global | debug | 'debug' no more (2.2 did)",
        "3.5 | global | master-worker | 'master-worker' no more (3.2 did)",
        "2.6 | frontend f | option forceclose | 'option forceclose' no more",
        "2.6 | frontend f | option http-use-htx | 'option http-use-htx' no more",
        "2.2 | frontend f | reqrep a b | 'reqrep' no more since 2.1",
        "2.2 | frontend f | rspadd a | 'rspadd' no more since 2.1",
        "2.2 | frontend f | appsession a len 5 timeout 5s | 'appsession' no more since 1.6",
        "3.0 | frontend f | bind-process all | 'bind-process' no more",
        "3.5 | program p | command x | 'x' no more",
      })
  void findsWhatIsGone(String version, String section, String line, String message) {
    boolean whole = section.startsWith("program");
    of(
        version,
        whole
            ? section + " <<< error: 'program' no more (3.2 did)\n  " + line
            : section + "\n  " + line + " <<< error: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {"2.6 | frontend f | bind-process all", "2.2 | frontend f | option forceclose"})
  void warnsOfWhatWillGo(String version, String section, String line) {
    of(version, section + "\n  " + line + " <<< warning: on its way out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "global\n  nbproc 1\n  master-worker",
        "frontend f\n  grace 5s\n  monitor-net 10.0.0.0/8\n  option http_proxy",
        "program p\n  command x",
      })
  void isSilentOnWhatTheApplianceStillTakes(String text) {
    of("2.2", text);
  }

  private static List<Finding> of(String version, String marked) {
    return HaproxyFile.of("VL519", version, HaproxyFile.DEFAULTS + marked + "\n").holds();
  }
}
