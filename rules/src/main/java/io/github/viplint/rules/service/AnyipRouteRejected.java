package io.github.viplint.rules.service;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.LogHit;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Occurrences;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Cidr;
import io.github.viplint.rules.log.Rejections;
import java.util.List;
import java.util.Optional;

/** VL603: the log of anyip-routes shows a range that was refused. */
final class AnyipRouteRejected implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL603",
          "anyip-route-rejected",
          Severity.ERROR,
          "the log of anyip-routes shows a range that the kernel or iproute2 refused");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).any(CaptureKind.JOURNAL, CaptureKind.SYSTEMCTL_STATUS);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      Rejections.of(host).forEach((range, rejections) -> report(host, range, rejections, findings));
    }
  }

  private static void report(
      HostView host, String range, List<Rejections.Rejection> rejections, Findings findings) {
    Rejections.Rejection first = rejections.get(0);
    Optional<AnyipRoutes> file =
        host.fact(AnyipRoutes.class).filter(routes -> routes.capture().isWhole());
    boolean gone =
        file.filter(
                routes ->
                    routes.entries().stream().noneMatch(line -> line.text().strip().equals(range)))
            .isPresent();
    List<LogHit> adding = rejections.stream().map(Rejections.Rejection::adding).toList();
    Finding.Builder finding =
        findings
            .at(
                host,
                first.adding().span(),
                gone
                    ? "anyip-routes was refused "
                        + range
                        + ", which anyip-routes.cfg no longer has: the file has been mended since"
                    : "anyip-routes was refused "
                        + range
                        + " and stopped there: no VIP range is active")
            .severity(gone ? Severity.INFO : Severity.ERROR)
            .label("followed by: " + first.error().group("error").orElse("an error"))
            .confirmedBy(
                first.error().span(),
                "the answer: " + first.error().group("error").orElse("an error"))
            .subject(range)
            .occurrences(Occurrences.of(adding))
            .confirm("systemctl status anyip-routes --no-pager -l")
            .confirm("ip route show table local type local");
    if (gone) {
      finding.help(
          "if VIPs are still down: `systemctl restart anyip-routes`, then start haproxy, or reboot the appliance");
    } else {
      linesAfter(file, range).ifPresent(finding::note);
      finding.help(
          "mend "
              + range
              + " in /etc/vmware/anyip-routes.cfg, then restart anyip-routes and haproxy");
      finding.shows(condition(host, file, first));
    }
    finding.report();
  }

  /**
   * Where the file still has the line, the file is the cause and this its trace; else the log is
   * all there is.
   */
  private static Condition condition(
      HostView host, Optional<AnyipRoutes> file, Rejections.Rejection rejection) {
    Optional<Cidr> range = rejection.adding().range();
    Condition.Kind kind =
        file.isPresent() ? Condition.Kind.REJECTION_LOGGED : Condition.Kind.RANGE_REJECTED;
    return range
        .map(cidr -> Condition.of(kind, host.name(), cidr.range()))
        .orElseGet(() -> Condition.everything(kind, host.name()));
  }

  private static Optional<String> linesAfter(Optional<AnyipRoutes> file, String range) {
    List<String> after =
        file.stream()
            .flatMap(routes -> routes.entries().stream())
            .map(line -> line.text().strip())
            .dropWhile(text -> !text.equals(range))
            .skip(1)
            .toList();
    return after.isEmpty()
        ? Optional.empty()
        : Optional.of("the lines behind it were never reached: " + String.join(", ", after));
  }
}
