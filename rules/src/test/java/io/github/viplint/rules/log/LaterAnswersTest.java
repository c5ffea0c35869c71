package io.github.viplint.rules.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Evidence;
import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

/** A client that was answered after haproxy went down speaks against its being down still. */
class LaterAnswersTest {
  private static final String CFG =
      """
      defaults
        mode tcp
      frontend api
        bind 192.0.2.52:443
      """;

  private static final String JOURNAL =
      """
      root@lb1 [ ~ ]# journalctl -u haproxy -o short-iso --no-pager
      2021-08-04T14:05:25+0000 lb1 haproxy[829]: [ALERT] 215/140525 (829) : Starting frontend api: cannot bind socket [192.0.2.52:443] <<< error/%s: can't bind 192.0.2.52:443
      """;

  private static final String LATER = answer("18:10:56+01:00", "192.0.2.52");

  /** What a client says of a connection that was accepted, and ended. */
  private static String answer(String time, String address) {
    return """
        time="2021-08-04T%s" level=warning msg="Error occurred during HTTP request: Post \\"https://%s/wcp/login\\": EOF"
        """
        .formatted(time, address);
  }

  private static LintedLab lab(String code, String appliance, String client) {
    return LintedLab.of(code)
        .file("appliance.txt", appliance)
        .file("etc/haproxy/haproxy.cfg", CFG)
        .file("login.txt", client);
  }

  @Test
  void speaksAgainstAFailedBind() {
    Finding finding = lab("VL203", JOURNAL.formatted("medium"), LATER).holds().get(0);
    assertThat(finding.evidence())
        .filteredOn(evidence -> evidence.says() == Evidence.Says.CONTRADICTS)
        .extracting(Evidence::message)
        .containsExactly(
            "a connection to 192.0.2.52:443, which haproxy.cfg binds, was accepted later: haproxy"
                + " was started since, or another machine has the address");
    assertThat(finding.help())
        .startsWith("see whether haproxy runs by now (`systemctl is-active haproxy`)");
  }

  @Test
  void speaksAgainstAServiceThatFailed() {
    lab(
            "VL601",
            """
            root@lb1 [ ~ ]# systemctl status haproxy --no-pager -l
            \u25cf haproxy.service - HAProxy Load Balancer
               Loaded: loaded (/usr/lib/systemd/system/haproxy.service; enabled; vendor preset: enabled)
               Active: failed (Result: exit-code) since Wed 2021-08-04 14:05:26 UTC; 1h 3min ago <<< error/medium: haproxy.service failed
            """,
            LATER)
        .holds();
  }

  @Test
  void speaksAgainstAStartThatWasGivenUp() {
    lab(
            "VL602",
            """
            root@lb1 [ ~ ]# journalctl -u haproxy -o short-iso --no-pager
            2021-08-04T14:05:26+0000 lb1 systemd[1]: haproxy.service: Start request repeated too quickly. <<< error/medium: systemd gave up starting haproxy: it stayed down until someone started it, as may have happened since
            """,
            LATER)
        .holds();
  }

  /** 14:10 in a zone an hour ahead of UTC was before 14:05:25. */
  @Test
  void saysNothingOfAnEarlierAnswer() {
    lab("VL203", JOURNAL.formatted("high"), answer("14:10:00+01:00", "192.0.2.52")).holds();
  }

  @Test
  void saysNothingOfAnAddressThatTheFileDoesNotBind() {
    lab("VL203", JOURNAL.formatted("high"), answer("18:10:56+01:00", "192.0.2.99")).holds();
  }

  @Test
  void saysNothingWhereTheYearOfTheFailureIsNotKnown() {
    lab(
            "VL203",
            """
            root@lb1 [ ~ ]# journalctl -u haproxy --no-pager
            Feb 01 14:05:25 lb1 haproxy[829]: [ALERT] 031/140525 (829) : Starting frontend api: cannot bind socket [192.0.2.52:443] <<< error/high: can't bind 192.0.2.52:443
            """,
            LATER)
        .holds();
  }
}
