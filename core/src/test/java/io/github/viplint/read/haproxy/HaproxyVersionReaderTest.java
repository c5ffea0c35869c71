package io.github.viplint.read.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.HaproxyRelease;
import io.github.viplint.model.Reading;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.read.Pasted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HaproxyVersionReaderTest {
  @ParameterizedTest
  @CsvSource({
    "HA-Proxy version 2.2.2 2020/07/31 - https://haproxy.org/, 2.2",
    "HA-Proxy version 2.2.9-2+deb11u6 2023/12/23 - https://haproxy.org/, 2.2",
    "HAProxy version 2.6.12-1+deb12u4 2026/10/17 - https://haproxy.org/, 2.6",
    "HAProxy version 3.5-dev5-50872daa6 2026/11/01 - https://haproxy.org/, 3.5",
  })
  void theVersionThatHaproxyTells(String line, String version) {
    Reading reading = read(line + "\nStatus: long-term supported branch\n");
    HaproxyRelease release = release(reading);
    assertThat(release.version()).isEqualTo(HaproxyVersion.of(version).orElseThrow());
    assertThat(release.span().text()).startsWith(version).doesNotContain(" ");
  }

  @Test
  void theFileOfASupportBundle() {
    Reading reading =
        read(
            """
            haproxy-2.2.2-1.ph3.x86_64
            HA-Proxy version 2.2.2 2020/07/31 - https://haproxy.org/
            Status: long-term supported branch - will stop receiving fixes around Q2 2025.
            Known bugs: http://www.haproxy.org/bugs/bugs-2.2.2.html
            Running on: Linux 4.19.132-1.ph3 #1-photon SMP x86_64
            Build options :
              TARGET  = linux-glibc

            Built with OpenSSL version : OpenSSL 1.1.1g  21 Apr 2020
            """);
    assertThat(release(reading).version()).isEqualTo(HaproxyVersion.OF_APPLIANCE);
    assertThat(reading.coverage().problems()).isZero();
  }

  @Test
  void aVersionWithoutNumbersIsAProblem() {
    Reading reading = read("HAProxy version unknown\n");
    assertThat(reading.facts()).isEmpty();
    assertThat(reading.problems()).hasSize(1);
  }

  private static Reading read(String text) {
    return new HaproxyVersionReader().read(Pasted.file(CaptureKind.HAPROXY_VERSION, text));
  }

  private static HaproxyRelease release(Reading reading) {
    assertThat(reading.facts()).hasSize(1);
    return (HaproxyRelease) reading.facts().get(0);
  }
}
