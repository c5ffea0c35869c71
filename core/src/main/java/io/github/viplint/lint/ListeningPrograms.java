package io.github.viplint.lint;

import io.github.viplint.lint.Condition.Service;
import io.github.viplint.lint.Evidence.Says;
import io.github.viplint.model.Endpoint;
import io.github.viplint.model.ListeningSockets;
import io.github.viplint.model.ListeningSockets.Socket;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The captured sockets: whether haproxy listens although it ought not to, and whether another
 * program has the port that it wants. A socket whose program is not shown says nothing.
 */
final class ListeningPrograms implements Witness {
  private static final String HAPROXY = "haproxy";

  private final List<Socket> sockets;

  private ListeningPrograms(List<Socket> sockets) {
    this.sockets = sockets;
  }

  static List<Witness> of(HostView host) {
    List<Socket> sockets =
        host.facts(ListeningSockets.class).stream()
            .flatMap(listing -> listing.sockets().stream())
            .filter(socket -> socket.process().isPresent())
            .toList();
    return sockets.isEmpty() ? List.of() : List.of(new ListeningPrograms(sockets));
  }

  @Override
  public List<Evidence> on(Condition condition) {
    if (condition.kind() == Condition.Kind.HAPROXY_DOWN) {
      return first(
          haproxy(socket -> true),
          Says.CONTRADICTS,
          "haproxy listens, so it runs: the file has changed since, or the service was not"
              + " restarted");
    }
    if (!(condition.subject() instanceof Service service)) {
      return List.of();
    }
    Endpoint endpoint = service.endpoint();
    return switch (condition.kind()) {
      case BIND_FAILED ->
          first(
              haproxy(socket -> isBoundTo(socket, endpoint)),
              Says.CONTRADICTS,
              "haproxy listens on " + endpoint + ": this bind works");
      case PORT_IN_USE ->
          first(
              sockets.stream()
                  .filter(socket -> !isHaproxy(socket))
                  .filter(socket -> socket.occupies(endpoint)),
              Says.CONFIRMS,
              "another program has the port");
      default -> List.of();
    };
  }

  private Stream<Socket> haproxy(Predicate<Socket> wanted) {
    return sockets.stream().filter(ListeningPrograms::isHaproxy).filter(wanted);
  }

  private static boolean isHaproxy(Socket socket) {
    return socket.process().filter(HAPROXY::equals).isPresent();
  }

  /** A socket on all addresses takes the connections, but is no proof that this bind works. */
  private static boolean isBoundTo(Socket socket, Endpoint endpoint) {
    return endpoint.address().isAnyLocal()
        ? socket.address().filter(address -> !address.isAnyLocal()).isEmpty()
            && socket.covers(endpoint)
        : socket.port() == endpoint.port()
            && socket.address().filter(endpoint.address()::equals).isPresent();
  }

  private static List<Evidence> first(Stream<Socket> found, Says says, String message) {
    return found.limit(1).map(socket -> new Evidence(socket.span(), says, message)).toList();
  }
}
