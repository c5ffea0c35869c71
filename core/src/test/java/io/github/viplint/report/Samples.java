package io.github.viplint.report;

import static io.github.viplint.capture.CaptureKind.ANYIP_ROUTES;
import static io.github.viplint.capture.CaptureKind.HAPROXY_CFG;
import static io.github.viplint.capture.CaptureKind.IP_RULE;
import static io.github.viplint.capture.CaptureKind.KUBECTL;
import static io.github.viplint.capture.CaptureKind.LIST_UNITS;
import static io.github.viplint.capture.CaptureKind.SYSTEMCTL_STATUS;

import inet.ipaddr.IPAddressString;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.Source;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Confidence;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Occurrences;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Policy;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.RouteTrace;
import io.github.viplint.lint.Severity;
import io.github.viplint.lint.Suppression;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.Endpoint;
import io.github.viplint.model.LogTime;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reports that every format is tried on. */
final class Samples {
  private Samples() {}

  private static AddressRange range(String first, String last) {
    return new AddressRange(
        new IPAddressString(first).getAddress(), new IPAddressString(last).getAddress());
  }

  /** One wrong range, and all that comes of it; a second cause that nothing explains. */
  static Report brokenRange() {
    SampleLab lab =
        new SampleLab()
            .capture(
                "paste-1.txt",
                LIST_UNITS,
                "haproxy",
                "",
                """
                ● anyip-routes.service loaded failed failed anyip-routes.service
                ● haproxy.service      loaded failed failed HAProxy Load Balancer
                ● route-tables.service loaded failed failed route-tables.service
                """)
            .capture(
                "paste-2.txt",
                SYSTEMCTL_STATUS,
                "haproxy",
                "",
                """
                ● anyip-routes.service
                   Active: failed (Result: exit-code)
                Nov 20 15:30:07 haproxy anyiproutectl.sh[7]: adding route for 10.20.30.18/28
                Nov 20 15:30:07 haproxy anyiproutectl.sh[7]: RTNETLINK answers: Invalid argument
                """)
            .capture(
                "paste-3.txt",
                ANYIP_ROUTES,
                "haproxy",
                "/etc/vmware/anyip-routes.cfg",
                """
                #
                # Configuration file that contains a list of CIDR values
                #
                10.20.30.18/28
                10.20.30.64/26
                """)
            .capture(
                "paste-4.txt",
                KUBECTL,
                "client",
                "",
                "FATA[0005] dial tcp 10.20.30.19:443: connect: no route to host\n");
    lab.rule(
        "VL101",
        "anyip-host-bits-set",
        Severity.ERROR,
        Needs.of(Role.APPLIANCE).all(ANYIP_ROUTES),
        (host, findings) -> {
          var at = lab.span("paste-3.txt", "10.20.30.18/28");
          findings
              .at(
                  host,
                  at,
                  "10.20.30.18/28 is no subnet: the kernel refuses it, and every VIP is down")
              .label("host bits are set; the subnet is 10.20.30.16/28 (hosts .17 to .30)")
              .confirmedBy(
                  lab.span("paste-2.txt", "RTNETLINK answers: Invalid argument"),
                  "the kernel's own words")
              .note("the lines after it are not reached")
              .subject("10.20.30.18/28")
              .fix(
                  Fix.of(
                          "write 10.20.30.16/28",
                          Fix.Safety.SAFE,
                          List.of(new TextEdit(at, "10.20.30.16/28")),
                          List.of("systemctl restart anyip-routes", "systemctl start haproxy"))
                      .asProven())
              .confirm("ip route show table local type local")
              .shows(
                  Condition.of(
                      Condition.Kind.RANGE_REJECTED,
                      "haproxy",
                      range("10.20.30.16", "10.20.30.31")))
              .report();
        });
    lab.rule(
        "VL601",
        "service-failed",
        Severity.ERROR,
        Needs.of(Role.APPLIANCE).any(SYSTEMCTL_STATUS, LIST_UNITS),
        (host, findings) -> {
          findings
              .at(
                  host,
                  lab.span("paste-2.txt", "Active: failed (Result: exit-code)"),
                  "anyip-routes.service failed")
              .confirmedBy(lab.span("paste-2.txt", "RTNETLINK answers"), "its log")
              .subject("anyip-routes")
              .shows(Condition.ofUnit(Condition.Kind.UNIT_FAILED, "haproxy", "anyip-routes"))
              .report();
          findings
              .at(host, lab.span("paste-1.txt", "haproxy.service"), "haproxy.service failed")
              .subject("haproxy")
              .shows(Condition.everything(Condition.Kind.HAPROXY_DOWN, "haproxy"))
              .report();
          findings
              .at(
                  host,
                  lab.span("paste-1.txt", "route-tables.service"),
                  "route-tables.service failed, and nothing captured says why")
              .confidence(Confidence.MEDIUM)
              .help("capture `journalctl -u route-tables` and /etc/vmware/route-tables.cfg")
              .subject("route-tables")
              .shows(Condition.ofUnit(Condition.Kind.UNIT_FAILED, "haproxy", "route-tables"))
              .report();
        });
    lab.rule(
        "VL702",
        "no-route-to-host",
        Severity.ERROR,
        Needs.of(Role.CLIENT).all(KUBECTL),
        (host, findings) ->
            findings
                .at(
                    host,
                    lab.span("paste-4.txt", "10.20.30.19:443: connect: no route to host"),
                    "10.20.30.19:443: no route to host")
                .occurrences(
                    new Occurrences(3, Optional.of(at("15:31:00")), Optional.of(at("15:33:10"))))
                .subject("10.20.30.19:443")
                .shows(
                    Condition.of(
                        Condition.Kind.CLIENT_NO_ROUTE,
                        "haproxy",
                        new Endpoint(new IPAddressString("10.20.30.19").getAddress(), 443)))
                .report());
    lab.rule(
        "VL310",
        "duplicate-ip-rule",
        Severity.WARNING,
        Needs.ofAnyHost().all(IP_RULE),
        (host, findings) -> {});
    lab.rule(
        "VL201",
        "bind-not-local",
        Severity.ERROR,
        Needs.of(Role.APPLIANCE).all(HAPROXY_CFG, ANYIP_ROUTES),
        (host, findings) -> {});
    lab.rule(
        "VL103",
        "vip-range-overlap",
        Severity.WARNING,
        Needs.of(Role.APPLIANCE).all(ANYIP_ROUTES),
        (host, findings) -> {});
    return lab.report();
  }

  /** Nothing found, and nothing left out. */
  static Report healthy() {
    return new SampleLab()
        .capture(
            "anyip-routes.cfg",
            ANYIP_ROUTES,
            "haproxy",
            "/etc/vmware/anyip-routes.cfg",
            "10.20.30.16/28\n")
        .rule(
            "VL101",
            "anyip-host-bits-set",
            Severity.ERROR,
            Needs.of(Role.APPLIANCE).all(ANYIP_ROUTES),
            (host, findings) -> {})
        .report();
  }

  /** A rule takes packets another way than they should go. */
  static Report wrongWay() {
    SampleLab lab =
        new SampleLab()
            .capture("rules.txt", IP_RULE, "cp-1", "", "0:\tfrom all to 192.0.2.10 lookup 200\n");
    return lab.rule(
            "VL401",
            "dns-via-wrong-interface",
            Severity.ERROR,
            Needs.ofAnyHost().all(IP_RULE),
            (host, findings) ->
                findings
                    .at(
                        host,
                        lab.span("rules.txt", "0:\tfrom all to 192.0.2.10 lookup 200"),
                        "lookups for DNS server 192.0.2.10 leave by eth1 instead of eth0")
                    .trace(
                        new RouteTrace(
                            "to 192.0.2.10",
                            List.of(
                                new RouteTrace.Step(
                                    "0: from all to 192.0.2.10 lookup 200",
                                    "table 200: default via 172.20.0.1 dev eth1")),
                            "leaves by eth1 via 172.20.0.1, table 200"))
                    .report())
        .report();
  }

  /** Two things that a log says when they happened. */
  static Report logged() {
    SampleLab lab =
        new SampleLab().capture("login.txt", KUBECTL, "client", "", "refused\nno <route>\n");
    for (String[] told :
        new String[][] {{"VL702", "no <route>", "15:33:10"}, {"VL701", "refused", "15:31:00"}}) {
      lab.rule(
          told[0],
          "rule-" + told[0].toLowerCase(Locale.ROOT),
          Severity.ERROR,
          Needs.of(Role.CLIENT).all(KUBECTL),
          (host, findings) ->
              findings
                  .at(host, lab.span("login.txt", told[1]), told[1])
                  .occurrences(
                      new Occurrences(1, Optional.of(at(told[2])), Optional.of(at(told[2]))))
                  .report());
    }
    return lab.report();
  }

  /** No input at all was recognised. */
  static Report empty() {
    return new SampleLab()
        .problem(InputProblem.file("photo.jpg", "is no text"))
        .rule("VL101", "anyip-host-bits-set", Severity.ERROR, (host, findings) -> {})
        .report();
  }

  /** Two findings that are not reported, each for another reason, and one rule switched off. */
  static Report suppressed() {
    SampleLab lab =
        new SampleLab()
            .capture(
                "anyip-routes.cfg",
                ANYIP_ROUTES,
                "haproxy",
                "/etc/vmware/anyip-routes.cfg",
                "10.20.30.18/28\n10.20.30.24/29\n");
    lab.rule(
        "VL101",
        "anyip-host-bits-set",
        Severity.ERROR,
        (host, findings) ->
            findings
                .at(
                    host,
                    lab.span("anyip-routes.cfg", "10.20.30.18/28"),
                    "10.20.30.18/28 is no subnet")
                .subject("10.20.30.18/28")
                .report());
    lab.rule(
        "VL103",
        "vip-range-overlap",
        Severity.WARNING,
        (host, findings) ->
            findings
                .at(
                    host,
                    lab.span("anyip-routes.cfg", "10.20.30.24/29"),
                    "10.20.30.24/29 lies in 10.20.30.16/28")
                .subject("10.20.30.24/29")
                .report());
    lab.rule("VL114", "anyip-no-ranges", Severity.WARNING, (host, findings) -> {});
    Suppression known =
        suppression(Suppression.Kind.BASELINE, "baseline.json", "VL101", "", Optional.empty());
    Suppression accepted =
        suppression(
            Suppression.Kind.CONFIGURATION,
            ".viplint.yaml",
            "VL103",
            "both are <one> tenant's | until the move",
            Optional.of(LocalDate.of(2026, 12, 31)));
    return lab.options(
            Options.DEFAULT.with(
                new Policy(
                    Set.of("VL114"),
                    Map.of(),
                    List.of(known, accepted),
                    true,
                    LocalDate.of(2026, 12, 31),
                    Policy.Looked.NOWHERE)))
        .report();
  }

  private static Suppression suppression(
      Suppression.Kind kind, String file, String rule, String reason, Optional<LocalDate> until) {
    Source source = new Source(file, rule + "\n", StandardCharsets.UTF_8, "", Mask.NONE);
    Capture capture = Capture.whole(source).kind(CaptureKind.CONFIGURATION).build();
    return new Suppression(
        kind,
        capture.span(0, rule.length()),
        rule,
        new Suppression.Scope(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        reason,
        until,
        Integer.MAX_VALUE);
  }

  private static LogTime at(String time) {
    return new LogTime(
        time, LocalDate.of(2020, 11, 20).atTime(LocalTime.parse(time)), true, Optional.empty());
  }
}
