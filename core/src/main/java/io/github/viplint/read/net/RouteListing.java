package io.github.viplint.read.net;

import inet.ipaddr.IPAddress.IPVersion;
import io.github.viplint.capture.Capture;
import io.github.viplint.model.Route;
import io.github.viplint.model.Routes;
import io.github.viplint.read.line.UnreadableLine;
import io.github.viplint.read.line.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One listing of routes: what one {@code ip route show} printed.
 *
 * <p>Which table it shows may only be seen at its end.
 */
final class RouteListing {

  /** The table that was asked for, empty for all of them. */
  record Asked(Optional<String> table) {
    static Asked of(String table) {
      boolean all = table.equals("all") || table.equals("unspec") || table.equals("0");
      return new Asked(all ? Optional.empty() : Optional.of(table));
    }
  }

  private static final String MAIN = "main";

  private final Capture capture;
  private final Optional<Asked> asked;
  private final RepeatedWords repeated = new RepeatedWords();
  private final List<Route> routes = new ArrayList<>();

  /** Which of them don't say what table they stand in. */
  private final BitSet unnamed = new BitSet();

  /** The last one, to which more lines may belong. */
  private @Nullable RouteLine open;

  private boolean onlyLocal = true;
  private boolean unread;

  /**
   * @param asked empty when nobody knows
   */
  RouteListing(Capture capture, Optional<Asked> asked) {
    this.capture = capture;
    this.asked = asked;
  }

  /**
   * Begins a route, where the words begin one; the one before has ended then.
   *
   * @param ipv6 whether the listing is one of IPv6
   */
  Optional<RouteLine> begin(Words words, boolean ipv6) throws UnreadableLine {
    Optional<RouteLine> begun = RouteLine.begin(words, ipv6, repeated);
    if (begun.isPresent()) {
      close();
      open = begun.get();
    }
    return begun;
  }

  private void close() {
    RouteLine last = open;
    if (last != null) {
      unnamed.set(routes.size(), last.table().isEmpty());
      onlyLocal &= last.isLocal();
      routes.add(last.build(capture, MAIN));
      open = null;
    }
  }

  boolean isEmpty() {
    return routes.isEmpty() && open == null;
  }

  /** Says that a line of it could not be read. */
  void unread() {
    unread = true;
  }

  /**
   * What it says. Nothing when it is empty and nobody knows of what, or when what it printed was
   * not understood.
   *
   * @param versions the families whose routes were asked for; when nobody knows, those of the
   *     routes
   */
  Optional<Routes> build(Optional<Set<IPVersion>> versions) {
    close();
    if (routes.isEmpty() && (unread || asked.isEmpty())) {
      return Optional.empty();
    }
    Optional<String> table = asked.orElseGet(this::seen).table();
    table.filter(name -> !name.equals(MAIN)).ifPresent(this::name);
    return Optional.of(
        new Routes(
            capture,
            table,
            versions.orElseGet(() -> shown(routes)),
            routes,
            capture.isWhole() && !unread));
  }

  private static Set<IPVersion> shown(List<Route> routes) {
    return routes.stream()
        .map(route -> route.destination().address().getIPVersion())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Lines that name tables list all of them; a table of local routes only is local's. */
  private Asked seen() {
    if (unnamed.cardinality() < routes.size()) {
      return Asked.of("all");
    }
    return Asked.of(onlyLocal ? "local" : MAIN);
  }

  private void name(String table) {
    unnamed.stream().forEach(i -> routes.set(i, routes.get(i).inTable(table)));
  }
}
