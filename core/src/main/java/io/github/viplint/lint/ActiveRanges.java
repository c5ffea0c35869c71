package io.github.viplint.lint;

import io.github.viplint.capture.Span;
import io.github.viplint.model.Route;
import io.github.viplint.space.Claim;
import java.util.List;
import java.util.Optional;

/** A captured table local: whether addresses that ought not to be local are. */
final class ActiveRanges implements Witness {
  private final LabView lab;
  private final HostView host;
  private final Optional<Span> table;

  private ActiveRanges(LabView lab, HostView host) {
    this.lab = lab;
    this.host = host;
    this.table =
        host.kernel().table("local").stream().flatMap(List::stream).map(Route::span).findFirst();
  }

  static List<Witness> of(LabView lab, HostView host) {
    return host.kernel().anyip().isPresent() ? List.of(new ActiveRanges(lab, host)) : List.of();
  }

  @Override
  public List<Evidence> on(Condition condition) {
    if (condition.kind() != Condition.Kind.NOT_LOCAL
        || !(condition.subject() instanceof Condition.Addresses addresses)
        || addresses.range().first().isIPv6()) {
      return List.of();
    }
    return lab.claims().overlapping(addresses.range()).stream()
        .filter(claim -> claim.use() == Claim.Use.VIP_RANGE && claim.said() == Claim.Said.ACTIVE)
        .filter(claim -> claim.host().equals(host.name()))
        .filter(claim -> claim.range().contains(addresses.range()))
        .findFirst()
        .map(
            claim ->
                new Evidence(
                    claim.span(),
                    Evidence.Says.CONTRADICTS,
                    claim.range()
                        + " is active: the file has changed since, or the service was not"
                        + " restarted"))
        .or(
            () ->
                table.map(
                    span ->
                        new Evidence(
                            span,
                            Evidence.Says.CONFIRMS,
                            "table local, which lacks " + addresses.range())))
        .map(List::of)
        .orElse(List.of());
  }
}
