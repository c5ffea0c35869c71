package io.github.viplint.rules.log;

import io.github.viplint.lint.LogHit;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.Endpoint;
import java.util.Optional;
import java.util.Set;

/**
 * What a client wanted to reach.
 *
 * @param text address or name with the port; empty where the message does not tell
 * @param endpoint empty for a name
 */
public record Target(String text, Optional<Endpoint> endpoint) {
  private static final Set<String> ITSELF = Set.of("localhost", "127.0.0.1", "::1");

  /**
   * Reads the groups {@code address} or {@code host}, {@code port} and {@code url}; a port that is
   * not written is that of the scheme.
   */
  public static Target of(LogHit hit) {
    String host = hit.group("address").or(() -> hit.group("host")).orElse("");
    if (host.isEmpty()) {
      return new Target("", Optional.empty());
    }
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    boolean plain = hit.group("url").filter(url -> url.startsWith("http://")).isPresent();
    String port = hit.group("port").orElse(plain ? "80" : "443");
    Optional<Endpoint> endpoint =
        Optional.of(Integer.parseInt(port))
            .filter(number -> number <= 65535)
            .flatMap(
                number -> AddressText.address(bare).map(address -> new Endpoint(address, number)));
    return new Target(endpoint.map(Endpoint::toString).orElse(bare + ":" + port), endpoint);
  }

  /** kubectl without a context tries the machine that it runs on. */
  public boolean isItself() {
    return endpoint
        .map(place -> place.address().isLoopback())
        .orElseGet(() -> ITSELF.contains(text.substring(0, Math.max(0, text.lastIndexOf(':')))));
  }
}
