package io.github.viplint.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.Inputs;
import io.github.viplint.capture.Mask;
import io.github.viplint.log.LiteralSearch;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log too large to be held, with other things in the middle of it. */
class InterruptedLogTest {
  private static final String RECORD = "2024-10-01T02:09:28.793Z info wcp [a/b.go:1] nothing\n";

  /** As many records as make the log a large one, and end somewhere inside of a block. */
  private static final String MANY = RECORD.repeat((5 << 20) / RECORD.length());

  private static final int LINES = (5 << 20) / RECORD.length();

  private static Split of(String text) {
    return new Split(
        Intake.of(
            new Inputs(
                List.of("-"),
                Optional.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                List.of(),
                List.of()),
            texts -> Mask.NONE,
            new LiteralSearch(Intake.MARKS)::find));
  }

  @Test
  void aSessionInItIsTakenApartAndKeepsItsLineNumbers() {
    Split split =
        of(
            MANY
                + """
                root@lb01 [ ~ ]# cat /etc/vmware/anyip-routes.cfg
                10.9.0.0/27
                10.9.1.0/27
                root@lb01 [ ~ ]# ip rule
                0:	from all lookup local
                32766:	from all lookup main
                root@vc01 [ ~ ]# tail -f /var/log/vmware/wcp/wcpsvc.log
                """
                + MANY
                + "ann@desk:~$ cat notes.txt\n\nuser@lb02:/etc/vmware$ cat route-tables.cfg\n"
                + "2,workload,00:50:56:ab:cd:ef,10.20.0.2/24\n");

    assertThat(split.told())
        .containsExactly(
            "wcpsvc-log 1-" + LINES,
            "anyip-routes on lb01 " + (LINES + 2) + "-" + (LINES + 3),
            "ip-rule on lb01 " + (LINES + 5) + "-" + (LINES + 6),
            "wcpsvc-log on vc01 " + (2 * LINES + 7) + "-" + (2 * LINES + 7) + " FILTERED",
            "route-tables on lb02 " + (2 * LINES + 11) + "-" + (2 * LINES + 11));
    assertThat(split.captures().get(1).text()).isEqualTo("10.9.0.0/27\n10.9.1.0/27\n");
    assertThat(split.intake().problems()).extracting(InputProblem::message).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "global\n  log stdout format raw local0 info\nfrontend a\n  default_backend b\n",
        "# create route tables on which default gateways are defined\n2,a,00:50:56:ab:cd:ef,10.0.0.2/24\n",
        "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN\n    inet 127.0.0.1/8 scope host lo\n",
        "default via 10.0.0.1 dev management proto static\n10.0.0.0/24 dev management scope link\n",
        "--- IP RULES ---\n0:\tfrom all lookup local\n",
        "#viplint host=lb01 cmd=cat /etc/vmware/anyip-routes.cfg\n10.9.0.0/27\n"
      })
  void whatShowsByItselfIsSeenWithoutAPrompt(String pasted) {
    Split split = of(MANY + pasted + MANY);

    assertThat(split.captures()).hasSize(3);
    Capture middle = split.captures().get(1);
    assertThat(middle.kind()).isNotEqualTo(split.captures().get(0).kind());
    assertThat(pasted).endsWith(middle.text());
    assertThat(split.account().strays()).isEmpty();
  }

  /**
   * Without a name and a prompt, as in a small log: a blank line in front of it is what shows it.
   */
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void aListOfRangesBehindABlankLineIsSeen(String end) {
    String pasted = end + "10.10.18.18/28" + end + "192.168.9.0/27" + end + end;
    Split split = of(MANY + pasted + MANY);

    assertThat(split.captures())
        .extracting(Capture::kind)
        .containsExactly(CaptureKind.WCPSVC_LOG, CaptureKind.ANYIP_ROUTES, CaptureKind.WCPSVC_LOG);
    assertThat(split.captures().get(1).text()).startsWith("10.10.18.18/28");
    assertThat(of(MANY + pasted.strip() + "\n" + MANY).captures())
        .as("the rest of a record")
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n10.10.18.18/28\n\n",
        "root@lb01 [ ~ ]# cat /etc/vmware/anyip-routes.cfg\n10.10.18.18/28\n"
      })
  void whatStandsRightBehindARecordThatMattersIsSeen(String pasted) {
    String matters = RECORD.replace("nothing", "of the route default via 10.0.0.1 ");
    Split split = of(MANY + matters + pasted + MANY);

    assertThat(split.captures())
        .extracting(Capture::kind)
        .containsExactly(CaptureKind.WCPSVC_LOG, CaptureKind.ANYIP_ROUTES, CaptureKind.WCPSVC_LOG);
  }

  @Test
  void moreThanCanBeHeldIsSaid() {
    Split split =
        of(
            MANY
                + "root@lb01 [ ~ ]# cat /etc/haproxy/haproxy.cfg\nglobal\n"
                + ("  description " + "x".repeat(8000) + "\n").repeat(2200)
                + MANY);

    assertThat(split.intake().problems())
        .extracting(InputProblem::message)
        .anyMatch(message -> message.startsWith("holds more than 16 MB of lines that matter"));
  }

  @Test
  void aLogThatOnlySpeaksOfSuchThingsIsOneLog() {
    String speaks =
        RECORD.replace("nothing", "root@lb01 ran # cat /etc/x: default via 10.0.0.1 dev lo ");

    assertThat(of(MANY + speaks + "\tdefault_backend of the peer\n" + MANY).told()).hasSize(1);
  }
}
