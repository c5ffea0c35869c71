package io.github.viplint.rules.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Evidence;
import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import java.util.List;
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

  @Test
  void speaksAgainstAFailedBind() {
    List<Finding> findings =
        LintedLab.of("VL203")
            .file(
                "journal.txt",
                """
                root@lb1 [ ~ ]# journalctl -u haproxy -o short-iso --no-pager
                2021-08-04T14:05:25+0000 lb1 haproxy[829]: [ALERT] 215/140525 (829) : Starting frontend api: cannot bind socket [192.0.2.52:443] <<< error/medium: can't bind 192.0.2.52:443
                """)
            .file("etc/haproxy/haproxy.cfg", CFG)
            .file(
                "login.txt",
                """
                $ kubectl vsphere login --server=192.0.2.52
                time="2021-08-04T18:10:56+01:00" level=warning msg="Error occurred during HTTP request: Post \\"https://192.0.2.52/wcp/login\\": EOF"
                """)
            .holds();
    assertThat(findings.get(0).evidence())
        .filteredOn(evidence -> evidence.says() == Evidence.Says.CONTRADICTS)
        .extracting(Evidence::message)
        .containsExactly(
            "a connection to 192.0.2.52:443, which haproxy.cfg binds, was accepted later: haproxy"
                + " was started since, or another machine has the address");
    assertThat(findings.get(0).help())
        .startsWith("see whether haproxy runs by now (`systemctl is-active haproxy`)");
  }

  @Test
  void speaksAgainstAServiceThatFailed() {
    LintedLab.of("VL601")
        .file(
            "status.txt",
            """
            root@lb1 [ ~ ]# systemctl status haproxy --no-pager -l
            \u25cf haproxy.service - HAProxy Load Balancer
               Loaded: loaded (/usr/lib/systemd/system/haproxy.service; enabled; vendor preset: enabled)
               Active: failed (Result: exit-code) since Wed 2021-08-04 14:05:26 UTC; 1h 3min ago <<< error/medium: haproxy.service failed
            """)
        .file("etc/haproxy/haproxy.cfg", CFG)
        .file(
            "try.txt",
            """
            time="2021-08-04T18:10:56+01:00" level=warning msg="Error occurred during HTTP request: Post \\"https://192.0.2.52/wcp/login\\": EOF"
            """)
        .holds();
  }

  @Test
  void speaksAgainstAStartThatWasGivenUp() {
    LintedLab.of("VL602")
        .file(
            "journal.txt",
            """
            root@lb1 [ ~ ]# journalctl -u haproxy -o short-iso --no-pager
            2021-08-04T14:05:26+0000 lb1 systemd[1]: haproxy.service: Start request repeated too quickly. <<< error/medium: systemd gave up starting haproxy
            """)
        .file("etc/haproxy/haproxy.cfg", CFG)
        .file(
            "login.txt",
            """
            time="2021-08-04T18:10:56+01:00" level=warning msg="Error occurred during HTTP request: Post \\"https://192.0.2.52/wcp/login\\": EOF"
            """)
        .holds();
  }

  /** 14:10 in a zone an hour ahead of UTC was before 14:05:25. */
  @Test
  void saysNothingOfAnEarlierAnswer() {
    LintedLab.of("VL203")
        .file(
            "journal.txt",
            """
            root@lb1 [ ~ ]# journalctl -u haproxy -o short-iso --no-pager
            2021-08-04T14:05:25+0000 lb1 haproxy[829]: [ALERT] 215/140525 (829) : Starting frontend api: cannot bind socket [192.0.2.52:443] <<< error/high: can't bind 192.0.2.52:443
            """)
        .file("etc/haproxy/haproxy.cfg", CFG)
        .file(
            "login.txt",
            """
            time="2021-08-04T14:10:00+01:00" level=warning msg="Error occurred during HTTP request: Post \\"https://192.0.2.52/wcp/login\\": EOF"
            """)
        .holds();
  }

  @Test
  void saysNothingWhereTheYearOfTheFailureIsNotKnown() {
    LintedLab.of("VL203")
        .file(
            "journal.txt",
            """
            root@lb1 [ ~ ]# journalctl -u haproxy --no-pager
            Feb 01 14:05:25 lb1 haproxy[829]: [ALERT] 031/140525 (829) : Starting frontend api: cannot bind socket [192.0.2.52:443] <<< error/high: can't bind 192.0.2.52:443
            """)
        .file("etc/haproxy/haproxy.cfg", CFG)
        .file(
            "login.txt",
            """
            time="2021-08-04T18:10:56+01:00" level=warning msg="Error occurred during HTTP request: Post \\"https://192.0.2.52/wcp/login\\": EOF"
            """)
        .holds();
  }

  @Test
  void saysNothingOfAnAddressThatTheFileDoesNotBind() {
    LintedLab.of("VL203")
        .file(
            "journal.txt",
            """
            root@lb1 [ ~ ]# journalctl -u haproxy -o short-iso --no-pager
            2021-08-04T14:05:25+0000 lb1 haproxy[829]: [ALERT] 215/140525 (829) : Starting frontend api: cannot bind socket [192.0.2.52:443] <<< error/high: can't bind 192.0.2.52:443
            """)
        .file("etc/haproxy/haproxy.cfg", CFG)
        .file(
            "login.txt",
            """
            time="2021-08-04T18:10:56+01:00" level=warning msg="Error occurred during HTTP request: Post \\"https://192.0.2.99/wcp/login\\": EOF"
            """)
        .holds();
  }
}
