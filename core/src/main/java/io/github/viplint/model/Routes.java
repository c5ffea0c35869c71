package io.github.viplint.model;

import io.github.viplint.capture.Capture;
import java.util.List;
import java.util.Optional;

/**
 * The output of {@code ip route show} or {@code route -n}.
 *
 * @param table the one table that was asked for ({@code main} when none was named), as typed; empty
 *     for {@code table all}, where each route names its own
 * @param complete every route of the table was captured, and could be read
 */
public record Routes(Capture capture, Optional<String> table, List<Route> routes, boolean complete)
    implements Facts {
  public Routes {
    routes = List.copyOf(routes);
  }
}
