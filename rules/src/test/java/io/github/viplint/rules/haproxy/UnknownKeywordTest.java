package io.github.viplint.rules.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownKeywordTest {
  @Test
  void namesTheNearestWord() {
    Finding finding =
        of("2.2", "frontend web\n  bind :80\n  default-backend x <<< error/high: 'default-backend'")
            .get(0);
    assertThat(finding.help()).isEqualTo("write default_backend");
    Fix fix = finding.fixes().get(0);
    assertThat(fix.safety()).isEqualTo(Fix.Safety.UNSAFE);
    assertThat(fix.edits().get(0).newText()).isEqualTo("default_backend");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "frontend f | option tcplogg | 'option tcplogg' | write tcplog",
        "backend b | balanse roundrobin | 'balanse' in a backend section | write balance",
        "backend b | timeout serverr 5s | 'timeout serverr' | write server",
        "backend b | server s 10.0.0.1:80 chek | 'chek' on a server line | write check",
        "backend b | default-server intr 5s | 'intr' on a default-server line | write inter",
        "frontend f | bind :80 trasparent | 'trasparent' on a bind line | write transparent",
        "frontend f | http-request dany | 'http-request dany' | write deny",
        "frontend f | stats enabel | 'stats enabel' | write enable",
      })
  void findsWhatNoReleaseKnows(String section, String line, String called, String help) {
    Finding finding = of("2.6", section + "\n  " + line + " <<< error: knows no " + called).get(0);
    assertThat(finding.help()).isEqualTo(help);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "2.2 | frontend f | bind :80 shards 2",
        "2.2 | backend b | server s 10.0.0.1:80 ws h1",
        "2.6 | backend b | server s 10.0.0.1:80 guid x",
        "2.2 | frontend f | http-request set-timeout server 5s",
        "2.2 | frontend f | error-log-format x",
        "2.2 | global | tune.stick-counters 5",
      })
  void saysWhichReleasesKnowIt(String version, String section, String line) {
    Finding finding = of(version, section + "\n  " + line + " <<< error: knows no").get(0);
    assertThat(finding.help()).startsWith("it is known from haproxy ");
    assertThat(finding.fixes()).isEmpty();
    of("3.2", section + "\n  " + line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "listen a\n  bind :80 name chek ssl crt /x.pem alpn h2,http/1.1 process 1/1",
        "listen a\n  server chek 10.0.0.1:80 cookie chek check inter 5s",
        "listen a\n  server a 10.0.0.1:80 source 0.0.0.0 usesrc client check",
        "listen a\n  server a 10.0.0.1:80 source 10.0.0.2 interface eth0 check",
        "listen a\n  http-request set-var(txn.a) src\n  http-request sc-inc-gpc0(0)",
        "listen a\n  http-request track-sc1 src table b",
        "listen a\n  tcp-request content capture req.ssl_sni len 50",
        "listen a\n  tcp-request inspect-delay 5s\n  tcp-response content close",
        "listen a\n  no option http-server-close\n  no log",
        "listen a\n  default option http-server-close",
        "listen a\n  stats admin if TRUE\n  stats http-request allow",
        "listen a\n  \"$WORD\" x\n  bind \"$ADDRESS\" \"$MORE\"",
        "global\n  51degrees-data-file /x\n  wurfl-data-file /x\n  lua-load /x",
        "global\n  stats socket /run/x mode 660 level admin expose-fd listeners",
        "peers a\n  peer b 10.0.0.1:1024",
        "healthcheck a\n  of which nothing is known",
      })
  void isSilentOn(String text) {
    of("2.2", text);
  }

  @Test
  void isSilentInASectionThatIsNotKnown() {
    of("2.2", "crt-store a\n  nonsense b\nbackends c\n  nonsense d\n  more nonsense");
  }

  @Test
  void leavesALineWithALostBreakToItsOwnRule() {
    of("2.2", "listen a\n  bind :80 name x bind :81 name y");
  }

  @Test
  void judgesByTheReleaseThatWasCaptured() {
    String text = HaproxyFile.DEFAULTS + "backend b\n  server s 10.0.0.1:80 ws h1";
    LintedLab.of("VL502")
        .file(HaproxyFile.NAME, text + " <<< error: haproxy 2.2 knows no 'ws'\n")
        .holds();
    LintedLab.of("VL502")
        .file(HaproxyFile.NAME, text + "\n")
        .file(
            "etc/haproxy/haproxy-version",
            "HAProxy version 2.6.12-1+deb12u4 2026/10/17 - https://haproxy.org/\n")
        .holds();
  }

  @Test
  void isNotSureOfAPaste() {
    LintedLab.of("VL502")
        .file(
            "paste-1.txt",
            """
            root@haproxy [ ~ ]# cat /etc/haproxy/haproxy.cfg
            listen api
              bind 10.20.30.35:443
              balanse roundrobin <<< warning/low: knows no 'balanse'
              server one 172.20.0.11:443
            root@haproxy [ ~ ]#
            """)
        .holds();
  }

  private static List<Finding> of(String version, String marked) {
    return HaproxyFile.of("VL502", version, HaproxyFile.DEFAULTS + marked + "\n").holds();
  }
}
