package io.github.viplint.model;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import java.util.List;
import java.util.Optional;

/**
 * The TCP sockets that listen, as {@code ss -ltnp}, {@code netstat -ltnp} or {@code lsof} list
 * them.
 *
 * @param complete whether every row was captured and understood
 */
public record ListeningSockets(Capture capture, List<Socket> sockets, boolean complete)
    implements Facts {
  public ListeningSockets {
    sockets = List.copyOf(sockets);
  }

  /**
   * One row.
   *
   * @param address empty for all addresses of both families, as {@code *} of ss and lsof; {@code
   *     0.0.0.0} or {@code ::} for all of one
   * @param device the interface that it is bound to
   * @param process the program, where shown
   */
  public record Socket(
      Span span,
      Optional<IPAddress> address,
      int port,
      Optional<String> device,
      Optional<String> process) {

    /** Whether it takes connections to {@code endpoint}. */
    public boolean covers(Endpoint endpoint) {
      return port == endpoint.port()
          && (address.isEmpty()
              || address.get().equals(endpoint.address())
              || address.get().isAnyLocal()
                  && address.get().isIPv4() == endpoint.address().isIPv4());
    }

    /** Whether it keeps other programs from listening at {@code endpoint}, a wildcard included. */
    public boolean occupies(Endpoint endpoint) {
      return covers(endpoint)
          || port == endpoint.port()
              && endpoint.address().isAnyLocal()
              && endpoint.address().isIPv4() == address.orElseThrow().isIPv4();
    }
  }
}
