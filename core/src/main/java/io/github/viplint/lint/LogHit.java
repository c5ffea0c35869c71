package io.github.viplint.lint;

import io.github.viplint.capture.Span;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.Endpoint;
import io.github.viplint.model.LogEntry;
import io.github.viplint.model.Sighting;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A log entry that matched the signature asked for. */
public record LogHit(LogEntry entry, Sighting sighting) {
  private static final Pattern PORT = Pattern.compile("\\d{1,5}");

  /** The named groups of the signature's pattern that took part in the match. */
  public Map<String, String> groups() {
    return sighting.groups();
  }

  public Span span() {
    return entry.span();
  }

  public Optional<String> group(String name) {
    return Optional.ofNullable(groups().get(name));
  }

  /** The groups {@code address} and {@code port}; empty when they are none, as with a host name. */
  public Optional<Endpoint> endpoint() {
    return group("address")
        .flatMap(AddressText::address)
        .flatMap(
            address ->
                group("port")
                    .filter(port -> PORT.matcher(port).matches())
                    .map(Integer::valueOf)
                    .filter(port -> port <= 65535)
                    .map(port -> new Endpoint(address, port)));
  }

  /** The group {@code range}, host bits kept; an address counts as a range of one. */
  public Optional<Cidr> range() {
    return group("range").flatMap(AddressText::cidrOrAddress);
  }
}
