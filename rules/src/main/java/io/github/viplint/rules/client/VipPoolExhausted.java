package io.github.viplint.rules.client;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Confidence;
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
import io.github.viplint.rules.log.Messages;
import io.github.viplint.rules.log.Successes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** VL712: a service that waits for its VIP. */
final class VipPoolExhausted implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL712",
          "vip-pool-exhausted",
          Severity.ERROR,
          "a load balancer service waits for its VIP");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Needs needs() {
    return Needs.ofAnyHost()
        .anywhere(
            CaptureKind.KUBECTL,
            CaptureKind.WCPSVC_LOG,
            CaptureKind.WCP_CLUSTER,
            CaptureKind.CONNECTION_TRY);
  }

  /** So long it is normal (VMware's own retries). */
  private static final Duration PATIENCE = Duration.ofMinutes(12);

  private static final Duration FRESH = Duration.ofMinutes(2);
  private static final Pattern AGE = Pattern.compile("(\\d{1,6})([dhms])");

  @Override
  public void check(LabView lab, Findings findings) {
    List<HostView> appliances = lab.hosts(Role.APPLIANCE);
    Messages messages =
        new Messages(
            hit ->
                hit.group("name").isPresent()
                    ? "service " + hit.group("name").get() + " waits for its VIP"
                    : hit.sighting().meaning(),
            hit -> hit.group("name").orElse(""),
            (finding, hits) -> judge(hits, appliances, finding));
    for (HostView host : lab.hosts(needs())) {
      List<LogHit> late =
          host.hitsOfRule(INFO.code()).stream()
              .filter(hit -> age(hit).filter(age -> age.compareTo(FRESH) < 0).isEmpty())
              .toList();
      if (!passing(host, late)) {
        messages.report(host, late, findings);
      }
    }
  }

  /** Whether the log shows that it waited less than is normal, and that the cluster succeeded. */
  private static boolean passing(HostView host, List<LogHit> hits) {
    Successes<String> successes = VcenterOperation.successesOn(host);
    return VcenterOperation.failedOn(host, INFO.code()).stream()
            .allMatch(operation -> operation.endedWell(successes))
        && hits.stream().noneMatch(hit -> hit.group("name").isPresent());
  }

  private static void judge(List<LogHit> hits, List<HostView> appliances, Finding.Builder finding) {
    Duration waited = age(hits.get(hits.size() - 1)).or(() -> between(hits)).orElse(Duration.ZERO);
    if (waited.compareTo(PATIENCE) < 0) {
      finding
          .confidence(Confidence.LOW)
          .note("up to 12 minutes are normal, and how long it took so far is not known or less");
    }
    if (appliances.size() == 1) {
      finding.shows(Condition.everything(Condition.Kind.LB_NOT_UPDATED, appliances.get(0).name()));
    }
  }

  private static Optional<Duration> between(List<LogHit> hits) {
    Occurrences times = Occurrences.of(hits);
    return times
        .first()
        .flatMap(first -> times.last().map(last -> Duration.between(first.value(), last.value())));
  }

  /** The AGE of kubectl: {@code 3h2m}. */
  private static Optional<Duration> age(LogHit hit) {
    return hit.group("age")
        .map(
            age -> {
              Duration sum = Duration.ZERO;
              Matcher part = AGE.matcher(age);
              while (part.find()) {
                long count = Long.parseLong(part.group(1));
                sum =
                    sum.plus(
                        switch (part.group(2)) {
                          case "d" -> Duration.ofDays(count);
                          case "h" -> Duration.ofHours(count);
                          case "m" -> Duration.ofMinutes(count);
                          default -> Duration.ofSeconds(count);
                        });
              }
              return sum;
            });
  }
}
