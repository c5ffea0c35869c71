package io.github.viplint.twin;

import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Cidr;
import java.util.List;
import java.util.Optional;

/**
 * What {@code anyip-routes.service} does when it starts, line by line: {@code anyiproutectl.sh up}
 * of the appliance (v0.2.0), {@code ip route add local X dev lo} of iproute2, and the kernel's
 * {@code fib_table_insert}; then {@code anyiproutectl.sh down} when that failed.
 *
 * @param result how the service ends
 * @param lines one for each line of the file, in order
 * @param active the ranges that are local when the service has finished starting, those that were
 *     before included: masked down, in the order added
 */
public record AnyipBoot(Result result, List<Line> lines, List<Cidr> active) {
  public AnyipBoot {
    lines = List.copyOf(lines);
    active = List.copyOf(active);
  }

  public enum Result {
    STARTED,
    FAILED,
    /** No line that was captured is rejected, but lines are missing. */
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
   * What becomes of one line.
   *
   * @param prefix what iproute2 makes of the line, where it can parse it; host bits kept
   * @param reason why it is rejected
   * @param message what happens and why, in one sentence, with what the kernel or iproute2 prints;
   *     empty for a line that is ignored or added
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
    /** The kernel wants the first address of the subnet. */
    HOST_BITS,
    /** No prefix for iproute2. */
    UNPARSABLE,
    /** Table local has a route for exactly this prefix. */
    FILE_EXISTS
  }

  /** The lines with this outcome. */
  public List<Line> lines(Outcome outcome) {
    return lines.stream().filter(line -> line.outcome() == outcome).toList();
  }

  /** The line that ends the service, where one does. */
  public Optional<Line> rejected() {
    return lines.stream().filter(line -> line.outcome() == Outcome.REJECTED).findFirst();
  }

  /**
   * Re-enacts a start of the service on a host whose kernel is as {@code before} says. For a boot,
   * that is a kernel {@link KernelState#withoutAnyip() without AnyIP routes}. Where addresses are
   * not known, no line collides with one.
   */
  public static AnyipBoot run(AnyipRoutes file, KernelState before) {
    return new AnyipStart(before).run(file);
  }
}
