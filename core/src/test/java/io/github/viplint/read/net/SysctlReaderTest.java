package io.github.viplint.read.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.KernelSettings;
import io.github.viplint.model.Reading;
import org.junit.jupiter.api.Test;

class SysctlReaderTest {
  private final SysctlReader reader = new SysctlReader();

  private Reading read(String text) {
    return reader.read(Printed.by(CaptureKind.SYSCTL, "sysctl -a", text));
  }

  @Test
  void settings() {
    KernelSettings settings =
        Printed.only(
            KernelSettings.class,
            read(
                """
                net.ipv4.conf.eth0.rp_filter = 1
                net.ipv4.ip_forward=0
                net/ipv4/conf/eth1.100/rp_filter = 2
                net.ipv4.tcp_rmem = 4096\t131072\t6291456
                net.ipv4.tcp_available_ulp =
                sysctl: reading key "net.ipv6.conf.all.stable_secret"
                """));

    assertThat(settings.settings())
        .extracting(setting -> setting.name() + " is " + setting.value())
        .containsExactly(
            "net.ipv4.conf.eth0.rp_filter is 1",
            "net.ipv4.ip_forward is 0",
            "net.ipv4.conf.eth1.100.rp_filter is 2",
            "net.ipv4.tcp_rmem is 4096\t131072\t6291456",
            "net.ipv4.tcp_available_ulp is ");
  }

  @Test
  void otherLinesAreProblems() {
    Reading reading = read("bash: sysctl: command not found\nnet.ipv4.ip_forward = 1\n");

    assertThat(Printed.problems(reading)).containsExactly("1: no setting: `NAME = VALUE`");
    assertThat(reading.facts()).hasSize(1);
    assertThat(read("").facts()).isEmpty();
  }
}
