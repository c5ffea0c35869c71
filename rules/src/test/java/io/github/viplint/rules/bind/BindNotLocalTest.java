package io.github.viplint.rules.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Report;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class BindNotLocalTest {
  private static final String INTERFACES =
      """
      1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
          inet 127.0.0.1/8 scope host lo
      2: management: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
          inet 10.20.10.5/24 brd 10.20.10.255 scope global management
      3: workload: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
          inet 10.20.20.5/24 brd 10.20.20.255 scope global workload
      4: frontend: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
          inet 10.20.30.5/24 brd 10.20.30.255 scope global frontend
      """;

  @Test
  void speaksOfAnAddressInNoRange() {
    lab()
        .file("anyip-routes.cfg", "10.20.30.64/26\n")
        .file("ip-addr.txt", INTERFACES)
        .file(
            "haproxy.cfg",
            """
            global
            defaults
              mode tcp
            frontend inside
              bind 10.20.30.70:443
            frontend outside
              bind 10.20.31.40:443 <<< error/high: 10.20.31.40 is not local on
              bind 10.20.31.40:6443
            """)
        .holds();
  }

  @Test
  void isLessSureWhenTheInterfacesAreNotKnown() {
    lab()
        .file("anyip-routes.cfg", "10.20.30.64/26\n")
        .file(
            "haproxy.cfg",
            """
            global
            defaults
              mode tcp
            frontend outside
              bind 10.20.31.40:443 <<< error/medium: 10.20.31.40 is not local on
            """)
        .holds();
  }

  /** No range makes it one that haproxy can bind, so no range is offered, or to blame. */
  @Test
  void tellsAnIpv6AddressFromThoseThatRangesMakeLocal() {
    LintedLab lab =
        lab()
            .file("ip-addr.txt", INTERFACES)
            .file("anyip-routes.cfg", "10.20.30.64/26\n10.20.30.130/25\n")
            .file(
                "haproxy.cfg",
                """
                global
                defaults
                  mode tcp
                frontend inside
                  bind 10.20.30.70:443 <<< error: 10.20.30.70 is not local on
                  bind 2001:db8::7:443 <<< error: 2001:db8::7 is not local on
                """);
    lab.holds();
    assertThat(lab.report().roots())
        .extracting(entry -> entry.finding())
        .filteredOn(finding -> finding.rule().code().equals("VL201"))
        .singleElement()
        .satisfies(
            six -> {
              assertThat(six.help()).contains("give an interface the address");
              assertThat(six.fixes()).isEmpty();
            });
  }

  /** Of {@code ::ffff:10.20.30.70} the IPv4 address has to be local, and a range makes it so. */
  @Test
  void takesAMappedAddressForTheOneOfIpv4() {
    lab()
        .file("ip-addr.txt", INTERFACES)
        .file("anyip-routes.cfg", "10.20.30.64/26\n")
        .file(
            "haproxy.cfg",
            """
            global
            defaults
              mode tcp
            frontend inside
              bind ::ffff:10.20.30.70:443
              bind ::ffff:10.20.31.40:443 <<< error/high: 10.20.31.40 is not local on
              bind ::ffff:10.20.30.71:443 v6only <<< error/high: can't be bound by a socket for IPv6 only
            """)
        .holds();
  }

  @Test
  void knowsThatARefusedLineTakesEveryRangeAway() {
    LintedLab lab =
        lab()
            .file("ip-addr.txt", INTERFACES)
            .file("anyip-routes.cfg", "10.20.30.64/26\n10.20.30.130/25\n")
            .file(
                "haproxy.cfg",
                """
                global
                defaults
                  mode tcp
                frontend inside
                  bind 10.20.30.70:443 <<< error: 10.20.30.70 is not local on
                """);
    lab.holds();
    Report report = lab.report();
    assertThat(report.roots())
        .extracting(entry -> entry.finding().rule().code())
        .as("the refused line is the one cause, the bind hangs below it")
        .doesNotContain("VL201");
  }

  @Test
  void isSilentAboutWhatIsAlwaysLocalOrNeedNotBe() {
    lab()
        .file("anyip-routes.cfg", "10.20.30.64/26\n")
        .file("ip-addr.txt", INTERFACES)
        .file(
            "haproxy.cfg",
            """
            global
            defaults
              mode tcp
            frontend healthy
              bind *:80
              bind :8080
              bind [::]:81
              bind 127.0.0.1:82
              bind 10.20.10.5:8404
              bind 10.20.30.127:83
              bind 10.20.99.1:84 transparent
              bind lb.example:85
              bind /run/haproxy.sock
            """)
        .holds();
  }

  @Test
  void isSilentWhileATemplateHidesARange() {
    lab()
        .file("anyip-routes.cfg", "10.20.30.64/26\n{{ more_ranges }}\n")
        .file("ip-addr.txt", INTERFACES)
        .file(
            "haproxy.cfg",
            """
            global
            defaults
              mode tcp
            frontend outside
              bind 10.20.31.40:443
            """)
        .holds();
  }

  @Test
  void isSkippedWhenNeitherRangesNorTableLocalWereCaptured() {
    Report report =
        lab()
            .file("ip-addr.txt", INTERFACES)
            .file(
                "haproxy.cfg", "global\ndefaults\n  mode tcp\nfrontend f\n  bind 10.20.31.40:443\n")
            .report();
    assertThat(report.results())
        .filteredOn(result -> result.rule().code().equals("VL201"))
        .extracting(Report.RuleResult::outcome)
        .containsExactly(Report.Outcome.SKIPPED);
  }

  private static LintedLab lab() {
    return LintedLab.of("VL201");
  }
}
