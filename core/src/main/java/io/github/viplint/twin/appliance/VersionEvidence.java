package io.github.viplint.twin.appliance;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Span;
import io.github.viplint.model.Reading;
import io.github.viplint.model.RouteTables;
import io.github.viplint.model.State;
import io.github.viplint.model.WorkloadNetworks;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which release an appliance is, and what tells it.
 *
 * @param span where it is seen; empty when it was told or nothing captured tells it
 * @param reason in a few words
 */
public record VersionEvidence(ApplianceVersion version, Optional<Span> span, String reason) {
  private static final Set<CaptureKind> LOGS =
      Set.of(CaptureKind.JOURNAL, CaptureKind.SYSTEMCTL_STATUS);

  /** A message that only one generation of route-tables writes. */
  private record Message(String text, ApplianceVersion version) {}

  private static final List<Message> MESSAGES =
      List.of(
          new Message("Object \"call\" is unknown", ApplianceVersion.V0_2_0),
          new Message("no additional workload networks detected", ApplianceVersion.V0_2_0),
          new Message("create route with cmd: ", ApplianceVersion.V0_1_10),
          new Message("ignoring failed attempt to delete route", ApplianceVersion.V0_1_10),
          new Message("ignoring failed attempt to find existing table", ApplianceVersion.V0_1_10),
          new Message("ip route add table rtctl_", ApplianceVersion.V0_2_0));

  /** Written by all releases before v0.2.0. */
  private static final String BEFORE_020 = "create default route for rtctl_";

  /**
   * What the captures of an appliance tell.
   *
   * @param told the version as the user gave it, where one was
   */
  public static VersionEvidence of(State state, Optional<String> told) {
    return told.flatMap(ApplianceVersion::of)
        .map(version -> new VersionEvidence(version, Optional.empty(), "as told"))
        .or(() -> inLogs(state))
        .or(() -> inFiles(state))
        .orElseGet(
            () ->
                new VersionEvidence(
                    ApplianceVersion.V0_2_0,
                    Optional.empty(),
                    "nothing captured tells the release, so it is taken to be the last"));
  }

  private static Optional<VersionEvidence> inLogs(State state) {
    for (Message message : MESSAGES) {
      Optional<Span> found = find(state, message.text());
      if (found.isPresent()) {
        return Optional.of(
            new VersionEvidence(
                message.version(), found, "its journal says `" + message.text().strip() + "`"));
      }
    }
    return find(state, BEFORE_020)
        .map(
            span ->
                new VersionEvidence(
                    hasLinkLines(state) ? ApplianceVersion.V0_1_10 : ApplianceVersion.V0_1_8,
                    Optional.of(span),
                    "its journal says `" + BEFORE_020 + "…`"));
  }

  private static Optional<Span> find(State state, String text) {
    for (Reading reading : state.readings()) {
      Capture capture = reading.capture();
      int at = LOGS.contains(capture.kind()) ? capture.text().indexOf(text) : -1;
      if (at >= 0) {
        return Optional.of(capture.span(at, at + text.length()));
      }
    }
    return Optional.empty();
  }

  private static Optional<VersionEvidence> inFiles(State state) {
    Optional<VersionEvidence> networks =
        state
            .fact(WorkloadNetworks.class)
            .map(
                file ->
                    new VersionEvidence(
                        ApplianceVersion.V0_2_0,
                        Optional.of(file.capture().span(0, 0)),
                        "it has workload-networks.cfg"));
    if (networks.isPresent()) {
      return networks;
    }
    Optional<RouteTables> file = state.fact(RouteTables.class);
    boolean single =
        file.filter(tables -> tables.capture().isWhole() && !tables.entries().isEmpty())
            .filter(
                tables -> tables.entries().stream().allMatch(RouteTables.Entry::hasGatewayField))
            .isPresent();
    return single
        ? Optional.of(
            new VersionEvidence(
                ApplianceVersion.V0_1_8,
                Optional.of(file.get().entries().get(0).span()),
                "its route-tables.cfg has one line for each table"))
        : Optional.empty();
  }

  private static boolean hasLinkLines(State state) {
    return state.facts(RouteTables.class).stream()
        .flatMap(file -> file.entries().stream())
        .anyMatch(entry -> !entry.hasGatewayField());
  }
}
