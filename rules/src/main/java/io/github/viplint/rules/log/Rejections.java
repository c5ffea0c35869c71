package io.github.viplint.rules.log;

import io.github.viplint.capture.Capture;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LogHit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The ranges that the log shows refused: {@code adding route for X}, and the next thing is an error
 * of ip.
 */
public final class Rejections {
  private Rejections() {}

  /** The line that names the range, and the error behind it. */
  public record Rejection(LogHit adding, LogHit error) {}

  /** By range as logged, in the order first seen. */
  public static Map<String, List<Rejection>> of(HostView host) {
    Map<String, List<Rejection>> byRange = new LinkedHashMap<>();
    LogHit adding = null;
    for (LogHit hit : inOrder(host)) {
      if (hit.group("error").isEmpty()) {
        adding = hit;
      } else if (adding != null && sameRun(adding, hit)) {
        byRange
            .computeIfAbsent(adding.group("range").orElse(""), range -> new ArrayList<>())
            .add(new Rejection(adding, hit));
        adding = null;
      }
    }
    return byRange;
  }

  private static List<LogHit> inOrder(HostView host) {
    List<LogHit> adding = host.hits("anyip-adding-route");
    List<LogHit> errors = host.hits("ip-route-error");
    List<Capture> captures =
        Stream.concat(adding.stream(), errors.stream())
            .map(hit -> hit.span().capture())
            .distinct()
            .toList();
    return Stream.concat(adding.stream(), errors.stream())
        .sorted(
            Comparator.<LogHit>comparingInt(hit -> captures.indexOf(hit.span().capture()))
                .thenComparingInt(hit -> hit.span().start()))
        .toList();
  }

  /** Of one log, one program and one process, as far as the entries tell. */
  private static boolean sameRun(LogHit adding, LogHit error) {
    return adding.span().capture() == error.span().capture()
        && adding.entry().program().equals(error.entry().program())
        && adding.entry().pid().equals(error.entry().pid());
  }
}
