package io.github.viplint.twin;

import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Cidr;
import java.util.List;
import java.util.Optional;

/**
 * What {@code anyip-routes.service} does at boot, line by line: {@code anyiproutectl.sh up} of the
 * appliance, {@code ip route add local X dev lo} of iproute2, and the kernel's {@code
 * fib_table_insert}.
 *
 * @param result how the service ends
 * @param lines one for each line of the file, in order
 */
public record AnyipBoot(Result result, List<Line> lines) {
  public AnyipBoot {
    lines = List.copyOf(lines);
  }

  public enum Result {
    STARTED,
    FAILED,
    /** What decides it was not captured. */
    UNKNOWN
  }

  public enum Outcome {
    ADDED,
    /** The script finds the route and goes on. */
    EXISTS,
    /**
     * iproute2 can't parse it (exit status 1) or the kernel refuses it (2); the service ends here.
     */
    REJECTED,
    /** Behind a line that was rejected. */
    NOT_REACHED,
    /** A comment or a blank line. */
    IGNORED,
    /** The last line, without a newline: {@code read} drops it. */
    UNREAD
  }

  /**
   * @param prefix what iproute2 makes of the line, where it can parse it; host bits kept
   * @param reason why, in one sentence; empty when added or ignored
   */
  public record Line(
      AnyipRoutes.Line line,
      Outcome outcome,
      Optional<Cidr> prefix,
      Reason reason,
      String message) {}

  /** Why a line is rejected. */
  public enum Reason {
    NONE,
    HOST_BITS,
    UNPARSABLE,
    FILE_EXISTS
  }

  /**
   * Re-enacts the boot on a host whose kernel, before the service starts, is as {@code before}
   * says.
   */
  public static AnyipBoot run(AnyipRoutes file, KernelState before) {
    throw new UnsupportedOperationException();
  }
}
