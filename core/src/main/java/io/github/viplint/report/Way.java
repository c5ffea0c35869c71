package io.github.viplint.report;

import io.github.viplint.lint.HostView;
import io.github.viplint.model.RouteAnswers.RouteAnswer;
import io.github.viplint.twin.route.Answer;
import io.github.viplint.twin.table.Flow;
import java.util.List;

/**
 * Which way a packet goes on a host.
 *
 * @param host its name
 * @param captured what the kernel itself said of the same packet
 */
public record Way(String host, Flow flow, Answer answer, List<RouteAnswer> captured) {
  public Way {
    captured = List.copyOf(captured);
  }

  /** Asks the host's twin. */
  public static Way of(HostView host, Flow flow) {
    return new Way(host.name(), flow, host.routing().lookup(flow), host.answers(flow));
  }
}
