package io.github.viplint.twin.command;

import io.github.viplint.capture.Span;
import java.util.Optional;

/**
 * Why iproute2 or the kernel does not do what a command of route-tables asks for.
 *
 * @param printed what it prints, as the appliance's iproute2 does, which shows no extended errors
 * @param rival what a route that exists already comes from, where that is known
 */
public record Refusal(Reason reason, String printed, Optional<Span> rival) {
  public Refusal(Reason reason, String printed) {
    this(reason, printed, Optional.empty());
  }

  /** Why a line is rejected. */
  public enum Reason {
    NONE,
    /** Less than four fields, or two in the part that a blank cuts off. */
    TOO_FEW_FIELDS,
    /** {@code printf %d} takes the ID for no number, and writes what it begins with, or 0. */
    BAD_ID,
    /** rt_tables has no such table. */
    UNNAMED_TABLE,
    /** No prefix, network or address. */
    UNPARSABLE,
    HOST_BITS,
    /** No interface has the MAC address. */
    UNKNOWN_DEVICE,
    /** Several interfaces fit it. */
    SEVERAL_DEVICES,
    DEVICE_DOWN,
    /** The table has a route for exactly this prefix. */
    FILE_EXISTS,
    /** The gateway can't be reached through the interface. */
    GATEWAY_NOT_ON_LINK,
    /** No interface has the address of the CIDR. */
    SOURCE_NOT_LOCAL,
    /** bash would make more of it than plain words. */
    NOT_UNDERSTOOD
  }

  static final Refusal FILE_EXISTS =
      new Refusal(Reason.FILE_EXISTS, "RTNETLINK answers: File exists");
  static final Refusal GATEWAY =
      new Refusal(Reason.GATEWAY_NOT_ON_LINK, "RTNETLINK answers: Network is unreachable");
  static final Refusal SOURCE =
      new Refusal(Reason.SOURCE_NOT_LOCAL, "RTNETLINK answers: Invalid argument");
  static final Refusal DEVICE_DOWN =
      new Refusal(Reason.DEVICE_DOWN, "RTNETLINK answers: Network is down");

  static Refusal exists(Span rival) {
    return new Refusal(FILE_EXISTS.reason, FILE_EXISTS.printed, Optional.of(rival));
  }

  static Refusal prefix(String text) {
    return new Refusal(
        Reason.UNPARSABLE, "Error: any valid prefix is expected rather than \"" + text + "\".");
  }

  static Refusal address(String text) {
    return new Refusal(
        Reason.UNPARSABLE, "Error: any valid address is expected rather than \"" + text + "\".");
  }
}
