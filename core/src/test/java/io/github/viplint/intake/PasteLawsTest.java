package io.github.viplint.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Source;
import io.github.viplint.capture.SourceAccount;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PasteLawsTest {
  private static final List<String> LINES =
      List.of(
          "root@lb01 [ ~ ]# cat /etc/vmware/anyip-routes.cfg",
          "10.9.0.0/27",
          "10.9.0.0/27root@lb01 [ ~ ]# ip rule",
          "0:\tfrom all lookup local",
          "$ kubectl get pods",
          "try again.FATA[0005] no route to host",
          "> quoted",
          "```",
          "",
          "   ",
          "# a comment",
          "##### haproxy.cfg #####",
          "frontend web",
          "  bind 10.9.0.2:443\u00A0",
          "\u001B[31mglobal\u001B[0m",
          "...",
          "lines 1-3/3 (END)",
          "● haproxy.service - HAProxy",
          "Aug 04 14:05:25 lb01 haproxy[829]: message",
          "--- IP ROUTE TABLES ---",
          "rtctl_workload",
          "default via 10.9.0.1 dev eth0 proto static ",
          "-----BEGIN RSA PRIVATE KEY-----",
          "-----END RSA PRIVATE KEY-----",
          "-----BEGIN CERTIFICATE-----",
          "some words that nobody knows",
          "     1\tglobal",
          "2:  bind 10.9.0.2:443",
          "    root@lb01 [ ~ ]# ip rule",
          "    0:\tfrom all lookup local",
          "{code:title=haproxy.cfg}10.9.0.0/27{code}",
          "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group defau",
          "lt qlen 1000",
          " qlen \u2018some\u2019",
          "#viplint host=lb01 cmd=ip route");

  @Provide
  Arbitrary<String> pastes() {
    return Arbitraries.oneOf(
            Arbitraries.of(LINES), Arbitraries.strings().ofMaxLength(12).all().excludeChars('\0'))
        .list()
        .ofMaxSize(25)
        .flatMap(lines -> Arbitraries.of("\n", "\r\n", "\n\n").map(end -> String.join(end, lines)));
  }

  @Property
  @Label("every character of a capture stands in its source where the capture says")
  void positions(@ForAll("pastes") String paste) {
    for (Capture capture : Split.of(paste).captures()) {
      String source = capture.source().text();
      for (int i = 0; i < capture.text().length(); i++) {
        char c = capture.text().charAt(i);
        if ("\n -'\"".indexOf(c) < 0) { // these may stand for a line end, or a finer blank or quote
          assertThat(source.charAt(capture.sourceStart(capture.span(i, i + 1)))).isEqualTo(c);
        }
      }
    }
  }

  @Property
  @Label("every line is in a capture, ignored or a stray, and in only one of these")
  void accounted(@ForAll("pastes") String paste) {
    Split split = Split.of(paste);
    for (SourceAccount account : split.intake().accounts()) {
      Source source = account.source();
      BitSet captured = new BitSet();
      for (Capture capture : account.captures()) {
        for (int i = 0; i < capture.text().length(); i++) {
          if (!Character.isWhitespace(capture.text().charAt(i))) {
            captured.set(source.lineOf(capture.sourceStart(capture.span(i, i))));
          }
        }
      }
      BitSet strays = new BitSet();
      account.strays().forEach(strays::set);
      assertThat(strays.intersects(captured)).isFalse();
      long inCapture = source.lineCount() - account.ignored() - account.strays().size();
      assertThat(inCapture).isGreaterThanOrEqualTo(captured.cardinality());
      assertThat(account.ignored()).isNotNegative();
    }
  }

  @Property
  @Label("whatever the bytes, intake comes to an end without throwing")
  void total(@ForAll byte[] bytes) {
    assertThat(
            Split.of(bytes).intake().accounts().size() + Split.of(bytes).intake().problems().size())
        .isPositive();
  }
}
