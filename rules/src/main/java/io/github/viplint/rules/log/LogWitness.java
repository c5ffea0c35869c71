package io.github.viplint.rules.log;

import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Evidence;
import io.github.viplint.lint.Evidence.Says;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.LogHit;
import io.github.viplint.lint.Witness;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.Endpoint;
import io.github.viplint.model.Log;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The logs of an appliance: whether they show what its files let expect. */
public final class LogWitness implements Witness {
  private final Map<AddressRange, Evidence> ranges = new HashMap<>();
  private final Map<Endpoint, Evidence> binds = new HashMap<>();
  private Optional<Evidence> unparsable = Optional.empty();
  private Optional<Evidence> routeTables = Optional.empty();

  private LogWitness(HostView host) {
    Rejections.of(host).values().forEach(rejections -> rejections.forEach(this::rejection));
    for (LogHit hit : host.hits("anyip-route-exists")) {
      hit.range().ifPresent(range -> taken(range.network().range(), hit));
    }
    for (LogHit hit : host.hits("haproxy-cannot-bind")) {
      hit.endpoint()
          .ifPresent(
              endpoint ->
                  binds.putIfAbsent(endpoint, confirms(hit, "haproxy's log, which says so")));
    }
    routeTables =
        host.hits("ip-route-error").stream()
            .filter(hit -> hit.entry().program().startsWith("routetablectl"))
            .findFirst()
            .map(hit -> confirms(hit, "its log: " + error(hit)));
  }

  /** One for each host that has a log. */
  public static List<Witness> of(LabView lab, HostView host) {
    return host.facts(Log.class).isEmpty() ? List.of() : List.of(new LogWitness(host));
  }

  private void rejection(Rejections.Rejection rejection) {
    Evidence evidence =
        confirms(rejection.error(), "its log, which goes on: " + error(rejection.error()));
    rejection
        .adding()
        .range()
        .ifPresentOrElse(
            range -> ranges.put(range.network().range(), evidence),
            () -> unparsable = unparsable.or(() -> Optional.of(evidence)));
  }

  /** What was logged last counts. */
  private void taken(AddressRange range, LogHit hit) {
    Evidence before = ranges.get(range);
    boolean later =
        before == null
            || before.span().capture() != hit.span().capture()
            || before.span().start() < hit.span().start();
    if (later) {
      ranges.put(
          range,
          new Evidence(
              hit.span(),
              Says.CONTRADICTS,
              "its log says that "
                  + range
                  + " was taken: the file has changed since, or the service was not restarted"));
    }
  }

  private static Evidence confirms(LogHit hit, String says) {
    return new Evidence(hit.span(), Says.CONFIRMS, says);
  }

  private static String error(LogHit hit) {
    return hit.group("error").orElse("an error");
  }

  @Override
  public List<Evidence> on(Condition condition) {
    return switch (condition.kind()) {
      case REJECTION_LOGGED -> rejectionOf(condition.subject()).map(List::of).orElse(List.of());
      case ROUTE_TABLE_REJECTED -> routeTables.map(List::of).orElse(List.of());
      case BIND_FAILED ->
          condition.subject() instanceof Condition.Service service
                  && binds.containsKey(service.endpoint())
              ? List.of(binds.get(service.endpoint()))
              : List.of();
      default -> List.of();
    };
  }

  private Optional<Evidence> rejectionOf(Condition.Subject subject) {
    if (subject instanceof Condition.Addresses addresses) {
      return Optional.ofNullable(ranges.get(addresses.range()));
    }
    return unparsable;
  }
}
