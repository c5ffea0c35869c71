package io.github.viplint.model;

import inet.ipaddr.IPAddress.IPVersion;
import io.github.viplint.capture.Capture;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The output of {@code ip route show}, {@code ip -6 route show} or {@code route -n}.
 *
 * @param table the one table that was asked for ({@code main} when none was named), as typed; empty
 *     for {@code table all}, where each route names its own
 * @param versions the families whose routes it lists; of a table of the other it says nothing
 * @param complete every route of the table was captured, and could be read
 */
public record Routes(
    Capture capture,
    Optional<String> table,
    Set<IPVersion> versions,
    List<Route> routes,
    boolean complete)
    implements Facts {
  public Routes {
    versions = Set.copyOf(versions);
    routes = List.copyOf(routes);
  }

  /** Whether it tells of routes for this family. */
  public boolean tellsOf(IPVersion version) {
    return versions.contains(version);
  }
}
