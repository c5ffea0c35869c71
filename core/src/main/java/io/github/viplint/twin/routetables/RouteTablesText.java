package io.github.viplint.twin.routetables;

import io.github.viplint.model.RouteTables.Entry;
import io.github.viplint.twin.command.Refusal.Reason;

/** What route-tables and viplint say of a line that ends the service. */
final class RouteTablesText {
  private RouteTablesText() {}

  /** What bash prints where the script itself stumbles. */
  static String printed(Reason reason, Entry entry) {
    return reason == Reason.BAD_ID
        ? "printf: " + entry.fields().get(0).span().shown() + ": invalid number"
        : "line_parts: unbound variable";
  }

  /** What happens and why, in one sentence. */
  static String message(Reason reason, String printed) {
    String why = why(reason);
    return printed.isEmpty() || why.isEmpty() ? why : why + " (" + printed + ")";
  }

  /** What the service stumbles over. */
  static String why(Reason reason) {
    return switch (reason) {
      case NONE -> "";
      case TOO_FEW_FIELDS -> "fields are missing";
      case BAD_ID -> "the table ID is no number: the service writes what it begins with, or 0";
      case UNNAMED_TABLE -> "rt_tables has no such table";
      case UNPARSABLE -> "iproute2 or Python can't read an address in it";
      case HOST_BITS -> "host bits are set";
      case UNKNOWN_DEVICE -> "no interface has the MAC address";
      case SEVERAL_DEVICES -> "several interfaces fit the MAC address";
      case DEVICE_DOWN -> "the interface is down";
      case FILE_EXISTS -> "the table has a route for this prefix already";
      case GATEWAY_NOT_ON_LINK -> "the gateway can't be reached through the interface";
      case SOURCE_NOT_LOCAL -> "no interface has this address";
      case NOT_UNDERSTOOD -> "what bash makes of it is not known here";
    };
  }
}
