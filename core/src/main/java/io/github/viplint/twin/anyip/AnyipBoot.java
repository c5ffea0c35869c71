package io.github.viplint.twin.anyip;

import io.github.viplint.capture.Span;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Cidr;
import io.github.viplint.twin.appliance.BootLine;
import io.github.viplint.twin.appliance.LineOutcome;
import io.github.viplint.twin.appliance.StartResult;
import io.github.viplint.twin.kernel.KernelState;
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
 * @param takenBack what {@code ExecStopPost} does with each line when the start has failed; else
 *     empty
 * @param after the kernel when the service has finished starting
 */
public record AnyipBoot(
    StartResult result,
    List<Line> lines,
    List<Cidr> active,
    List<TakenBack> takenBack,
    KernelState after) {
  public AnyipBoot {
    lines = List.copyOf(lines);
    takenBack = List.copyOf(takenBack);
    active = List.copyOf(active);
  }

  /**
   * What becomes of one line.
   *
   * @param prefix what iproute2 makes of the line, where it can parse it; host bits kept
   * @param reason why it is rejected, or would be if it were reached
   * @param message what happens and why, in one sentence, with what the kernel or iproute2 prints;
   *     empty for a line that is ignored or added
   */
  public record Line(
      AnyipRoutes.Line line,
      LineOutcome outcome,
      Optional<Cidr> prefix,
      Reason reason,
      String message)
      implements BootLine {
    @Override
    public Span span() {
      return line.span();
    }

    @Override
    public List<String> journal() {
      String shown = span().shown();
      return switch (outcome) {
        case ADDED -> List.of("adding route for " + shown);
        case EXISTS -> List.of("route already exists for " + shown);
        case REJECTED -> List.of("adding route for " + shown, refusal(shown));
        case NOT_REACHED, IGNORED, UNREAD -> List.of();
      };
    }

    /** As the appliance prints it, whose iproute2 shows no extended errors. */
    private String refusal(String shown) {
      return switch (reason) {
        case HOST_BITS -> "RTNETLINK answers: Invalid argument";
        case FILE_EXISTS -> "RTNETLINK answers: File exists";
        case UNPARSABLE, NONE ->
            "Error: any valid prefix is expected rather than \"" + shown + "\".";
      };
    }
  }

  /**
   * What {@code anyiproutectl.sh down} does with one line.
   *
   * @param found whether its range was active in the line's own spelling, and is no longer
   */
  public record TakenBack(AnyipRoutes.Line line, boolean found) {
    /** What the service writes into the journal for it. */
    public String journal() {
      return (found ? "removing route for " : "route already removed for ") + line.span().shown();
    }
  }

  /** Why a line is rejected, or would be if it were reached. */
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
  public List<Line> lines(LineOutcome outcome) {
    return lines.stream().filter(line -> line.outcome() == outcome).toList();
  }

  /** The line that ends the service, where one does. */
  public Optional<Line> rejected() {
    return lines.stream().filter(line -> line.outcome() == LineOutcome.REJECTED).findFirst();
  }

  /** What the watch on the file does when it has changed: it starts again and stops nothing. */
  public static AnyipBoot again(AnyipRoutes file, KernelState before) {
    return new AnyipStart(before).up(file);
  }

  /** What a stop of the service leaves, its file being as it is now: {@code ExecStopPost}. */
  public static KernelState stop(AnyipRoutes file, KernelState before) {
    return new AnyipStart(before).stop(file);
  }

  /**
   * What {@code systemctl restart} does once the service runs: it takes back what it finds by its
   * text, and adds it again. A line in another spelling than the kernel's is refused now.
   */
  public AnyipBoot restart(AnyipRoutes file) {
    return new AnyipStart(after, file, active).restart(file);
  }

  /**
   * Re-enacts a start of the service on a host whose kernel is as {@code before} says. For a boot,
   * that is a kernel without AnyIP routes. Where addresses are not known, no line collides with
   * one.
   */
  public static AnyipBoot run(AnyipRoutes file, KernelState before) {
    return new AnyipStart(before).run(file);
  }
}
