package io.github.viplint.twin.routetables;

import io.github.viplint.capture.Span;
import io.github.viplint.model.RouteTables;
import io.github.viplint.model.WorkloadNetworks;
import io.github.viplint.twin.appliance.ApplianceVersion;
import io.github.viplint.twin.appliance.BootLine;
import io.github.viplint.twin.appliance.LineOutcome;
import io.github.viplint.twin.appliance.StartResult;
import io.github.viplint.twin.command.Refusal.Reason;
import io.github.viplint.twin.command.TableNames;
import io.github.viplint.twin.kernel.KernelState;
import java.util.List;
import java.util.Optional;

/**
 * What {@code route-tables.service} does when it starts, line by line: {@code routetablectl.sh up}
 * of the appliance, iproute2 and the kernel; {@code down} when that failed; and again, until
 * systemd gives up.
 *
 * @param result how the service ends
 * @param tries how often it was started, 1 to {@link #MOST_TRIES}
 * @param lines those of workload-networks.cfg, then those of route-tables.cfg, in order: what came
 *     of them in the first try, or in the one that worked
 * @param after the kernel when the service has finished starting
 * @param names rt_tables then
 */
public record RouteTablesBoot(
    StartResult result, int tries, List<Line> lines, KernelState after, TableNames names) {
  /** systemd's DefaultStartLimitBurst: after so many starts within 10 s it refuses the next. */
  public static final int MOST_TRIES = 5;

  public RouteTablesBoot {
    lines = List.copyOf(lines);
  }

  /**
   * What becomes of one line.
   *
   * @param entry the line of route-tables.cfg, where it is one and no comment
   * @param reason why it is rejected, or would be if it were reached
   * @param rival what has added its route before, where it is rejected for that
   * @param journal what the service prints, in the order printed but for the names of tables, which
   *     it announces before anything else
   */
  public record Line(
      Span span,
      Optional<RouteTables.Entry> entry,
      LineOutcome outcome,
      Reason reason,
      Optional<Span> rival,
      String message,
      List<String> journal)
      implements BootLine {
    public Line {
      journal = List.copyOf(journal);
    }

    /** Why it is refused, or would be if it were reached, in one sentence; else empty. */
    public String refused() {
      return RouteTablesText.why(reason);
    }
  }

  /** The line that ends the service, where one does. */
  public Optional<Line> rejected() {
    return lines.stream().filter(line -> line.outcome() == LineOutcome.REJECTED).findFirst();
  }

  /** The line of this entry. */
  public Optional<Line> line(RouteTables.Entry entry) {
    return lines.stream().filter(line -> line.span().equals(entry.span())).findFirst();
  }

  /** What {@code systemctl restart} does then: it takes back what it can, and starts again. */
  public RouteTablesBoot restart(
      ApplianceVersion version, RouteTables file, Optional<WorkloadNetworks> networks) {
    RouteTablesBoot stopped = new RouteTablesStart(version, file, networks, after, names).stop();
    return run(version, file, networks, stopped.after(), stopped.names());
  }

  /**
   * Re-enacts a start of the service. Where the interfaces are not all known, every MAC address is
   * taken to be one of them, and every gateway to be on link.
   *
   * @param networks workload-networks.cfg, where there is one
   * @param names rt_tables before
   */
  public static RouteTablesBoot run(
      ApplianceVersion version,
      RouteTables file,
      Optional<WorkloadNetworks> networks,
      KernelState before,
      TableNames names) {
    return new RouteTablesStart(version, file, networks, before, names).run();
  }
}
