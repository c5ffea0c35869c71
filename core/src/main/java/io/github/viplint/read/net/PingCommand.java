package io.github.viplint.read.net;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.AddressText;
import java.util.Optional;

/**
 * A {@code ping} as it was typed, for what its output leaves out.
 *
 * @param device what {@code -I} names, unless it is an address
 */
record PingCommand(
    Optional<IPAddress> target, Optional<String> device, Optional<IPAddress> source) {
  static final PingCommand UNKNOWN =
      new PingCommand(Optional.empty(), Optional.empty(), Optional.empty());

  static PingCommand parse(String command) {
    Optional<IPAddress> target = Optional.empty();
    Optional<String> device = Optional.empty();
    Optional<IPAddress> source = Optional.empty();
    String option = "";
    for (String word : command.replaceAll("[\"']", " ").strip().split("\\s+")) {
      String bound =
          option.equals("-I") || option.equals("-S")
              ? word
              : word.startsWith("-I") ? word.substring(2) : "";
      Optional<IPAddress> address = AddressText.address(bound.isEmpty() ? word : bound);
      if (!bound.isEmpty()) {
        source = address;
        device = address.isPresent() ? Optional.empty() : Optional.of(bound);
      } else if (address.isPresent()) {
        target = address;
      }
      option = word;
    }
    return new PingCommand(target, device, source);
  }
}
