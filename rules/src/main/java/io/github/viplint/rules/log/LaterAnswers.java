package io.github.viplint.rules.log;

import io.github.viplint.lint.Confidence;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.LogHit;
import io.github.viplint.model.Endpoint;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.LogTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Connections to what an appliance's haproxy.cfg binds that somebody accepted, after haproxy was
 * said to be down. Only times whose year and zone are known tell what was later.
 */
public final class LaterAnswers {
  /** By these signatures a client tells of one that was accepted, however it ended. */
  private static final List<String> ACCEPTED =
      List.of(
          "connection-made",
          "connection-eof",
          "browser-eof",
          "tls-unknown-authority",
          "tls-wrong-name",
          "tls-expired");

  private LaterAnswers() {}

  /**
   * One that was accepted after haproxy was last said to be down.
   *
   * @param down when that was, if it is known
   */
  public static Optional<LogHit> after(LabView lab, HostView host, Optional<LogTime> down) {
    Optional<HaproxyCfg> cfg = host.fact(HaproxyCfg.class);
    Optional<Instant> since = down.flatMap(LaterAnswers::instant);
    if (cfg.isEmpty() || since.isEmpty()) {
      return Optional.empty();
    }
    return lab.hosts().stream()
        .flatMap(client -> ACCEPTED.stream().flatMap(id -> client.hits(id).stream()))
        .filter(hit -> isLater(hit, since.get()))
        .filter(hit -> Target.of(hit).endpoint().filter(at -> isBound(cfg.get(), at)).isPresent())
        .findFirst();
  }

  /** Has it speak against a finding that haproxy is down. */
  public static void weigh(LogHit answer, Finding.Builder finding) {
    finding
        .confidence(Confidence.MEDIUM)
        .contradictedBy(
            answer.span(),
            "a connection to "
                + Target.of(answer).text()
                + ", which haproxy.cfg binds, was accepted later: haproxy was started since, or"
                + " another machine has the address");
  }

  private static boolean isLater(LogHit hit, Instant down) {
    return hit.entry().time().flatMap(LaterAnswers::instant).filter(down::isBefore).isPresent();
  }

  private static Optional<Instant> instant(LogTime time) {
    return time.yearKnown()
        ? time.zone().map(zone -> time.value().toInstant(zone))
        : Optional.empty();
  }

  private static boolean isBound(HaproxyCfg cfg, Endpoint endpoint) {
    return cfg.binds().stream()
        .anyMatch(bind -> !bind.wildcard() && bind.covers(endpoint.address(), endpoint.port()));
  }
}
