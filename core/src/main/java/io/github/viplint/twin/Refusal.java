package io.github.viplint.twin;

/**
 * Why iproute2 or the kernel does not do what a command of route-tables asks for.
 *
 * @param printed what it prints, as the appliance's iproute2 does, which shows no extended errors
 */
record Refusal(RouteTablesBoot.Reason reason, String printed) {
  static final Refusal FILE_EXISTS =
      new Refusal(RouteTablesBoot.Reason.FILE_EXISTS, "RTNETLINK answers: File exists");
  static final Refusal GATEWAY =
      new Refusal(
          RouteTablesBoot.Reason.GATEWAY_NOT_ON_LINK, "RTNETLINK answers: Network is unreachable");
  static final Refusal SOURCE =
      new Refusal(RouteTablesBoot.Reason.SOURCE_NOT_LOCAL, "RTNETLINK answers: Invalid argument");
  static final Refusal DEVICE_DOWN =
      new Refusal(RouteTablesBoot.Reason.DEVICE_DOWN, "RTNETLINK answers: Network is down");

  static Refusal prefix(String text) {
    return new Refusal(
        RouteTablesBoot.Reason.UNPARSABLE,
        "Error: any valid prefix is expected rather than \"" + text + "\".");
  }

  static Refusal address(String text) {
    return new Refusal(
        RouteTablesBoot.Reason.UNPARSABLE,
        "Error: any valid address is expected rather than \"" + text + "\".");
  }
}
