package io.github.viplint.read.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.model.HaproxyVerdict;
import io.github.viplint.model.HaproxyVerdict.Message;
import io.github.viplint.model.Reading;
import io.github.viplint.read.Pasted;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HaproxyCheckReaderTest {

  @Test
  void valid() {
    Reading reading = read("\nConfiguration file is valid\n");
    assertThat(verdict(reading).valid()).isTrue();
    assertThat(verdict(reading).messages()).isEmpty();
    assertThat(verdict(reading).span().place()).hasToString("test.txt:2:1");
    assertThat(reading.coverage()).isEqualTo(new Coverage(2, 2, 0, 0));
  }

  @Test
  void messagesUntilVersion23() {
    HaproxyVerdict verdict =
        verdict(
            read(
                """
                [WARNING] 215/140525 (829) : parsing [/etc/haproxy/haproxy.cfg:7] : 'option httplog' not usable with proxy 'x'.
                [ALERT] 215/140525 (829) : parsing [/etc/haproxy/haproxy.cfg:8] : unknown keyword 'binb' in 'frontend' section
                [ALERT] 215/140525 (829) : Error(s) found in configuration file : /etc/haproxy/haproxy.cfg
                [ALERT] 215/140525 (829) : Fatal errors found in configuration.
                """));
    assertThat(verdict.valid()).isFalse();
    assertThat(verdict.messages())
        .extracting(HaproxyCheckReaderTest::line)
        .containsExactly(
            "WARNING /etc/haproxy/haproxy.cfg:7 'option httplog' not usable with proxy 'x'.",
            "ALERT /etc/haproxy/haproxy.cfg:8 unknown keyword 'binb' in 'frontend' section",
            "ALERT Error(s) found in configuration file : /etc/haproxy/haproxy.cfg",
            "ALERT Fatal errors found in configuration.");
  }

  @Test
  void messagesFromVersion24() {
    Reading reading =
        read(
            """
            [NOTICE]   (31864) : haproxy version is 2.6.12-1
            [ALERT]    (31864) : config : parsing [x.cfg:9]: unmatched quote at position 9:
              stats realm "a b
                          ^
            [ALERT]    (31864) : config : [x.cfg:12] : 'server' not allowed in 'defaults' section.
            [ALERT]    (31864) : config : Proxy 'b': unable to find required use_backend: 'c'.
            [ALERT]    (31864) : config : Fatal errors found in configuration.
            """);
    assertThat(verdict(reading).valid()).isFalse();
    assertThat(verdict(reading).messages())
        .extracting(HaproxyCheckReaderTest::line)
        .containsExactly(
            "NOTICE haproxy version is 2.6.12-1",
            "ALERT x.cfg:9 unmatched quote at position 9:",
            "ALERT x.cfg:12 'server' not allowed in 'defaults' section.",
            "ALERT Proxy 'b': unable to find required use_backend: 'c'.",
            "ALERT Fatal errors found in configuration.");
    assertThat(reading.coverage()).isEqualTo(new Coverage(7, 7, 0, 0));
  }

  @Test
  void anAlertThatDoesNotFailTheCheck() {
    HaproxyVerdict verdict =
        verdict(
            read(
                """
                [ALERT]    (1) : config : parsing [x.cfg:4] : 'maxconn' already specified. Continuing.
                Warnings were found.
                Configuration file is valid
                """));
    assertThat(verdict.valid()).isTrue();
  }

  @Test
  void withoutAVerdictThereIsNone() {
    Reading reading = read("[WARNING]  (1) : config : missing timeouts for proxy 'a'.\n");
    assertThat(reading.facts()).isEmpty();
    assertThat(read("hello\nworld [\n").coverage()).isEqualTo(new Coverage(2, 0, 0, 2));
  }

  @Property
  void anyTextIsRead(@ForAll String text) {
    assertThat(read(text).facts()).isEmpty();
  }

  private static Reading read(String text) {
    return new HaproxyCheckReader().read(Pasted.file(CaptureKind.HAPROXY_CHECK, text));
  }

  private static HaproxyVerdict verdict(Reading reading) {
    return (HaproxyVerdict) reading.facts().get(0);
  }

  private static String line(Message message) {
    String place =
        message.file().map(file -> file + ":" + message.line().getAsInt() + " ").orElse("");
    return message.level() + " " + place + message.text();
  }
}
