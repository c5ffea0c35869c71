package io.github.viplint.twin.routetables;

import io.github.viplint.model.RouteTables;
import io.github.viplint.model.WorkloadNetworks;
import io.github.viplint.twin.appliance.ApplianceVersion;
import io.github.viplint.twin.appliance.StartResult;
import io.github.viplint.twin.command.TableNames;
import io.github.viplint.twin.command.WorkingKernel;
import io.github.viplint.twin.kernel.KernelState;
import java.util.List;
import java.util.Optional;

/** One start of route-tables.service, with all that systemd does about it. */
public final class RouteTablesStart {
  private final ApplianceVersion version;
  private final RouteTables file;
  private final Optional<WorkloadNetworks> networks;
  private final WorkingKernel kernel;
  private TableNames names;

  /**
   * @param networks workload-networks.cfg, where there is one
   * @param names rt_tables before
   */
  public RouteTablesStart(
      ApplianceVersion version,
      RouteTables file,
      Optional<WorkloadNetworks> networks,
      KernelState before,
      TableNames names) {
    this.version = version;
    this.file = file;
    this.networks = networks;
    this.kernel = new WorkingKernel(before);
    this.names = names;
  }

  /** {@code Restart=always}: a failed start is tried again at once, until the start limit. */
  public RouteTablesBoot run() {
    List<RouteTablesBoot.Line> first = List.of();
    for (int tries = 1; tries <= RouteTablesBoot.MOST_TRIES; tries++) {
      RouteTablesUp up = new RouteTablesUp(version, kernel, names);
      boolean done = up.run(file, networks);
      names = up.names();
      first = tries == 1 || done ? up.lines() : first;
      if (done || up.doubtful()) {
        StartResult result =
            up.doubtful() || !file.capture().isWhole() ? StartResult.UNKNOWN : StartResult.STARTED;
        return boot(result, tries, first);
      }
      stop();
    }
    return boot(StartResult.FAILED, RouteTablesBoot.MOST_TRIES, first);
  }

  /** One run of {@code up} alone, as the watch on the file makes it. */
  public RouteTablesBoot again() {
    RouteTablesUp up = new RouteTablesUp(version, kernel, names);
    boolean done = up.run(file, networks);
    names = up.names();
    return boot(
        up.doubtful() ? StartResult.UNKNOWN : done ? StartResult.STARTED : StartResult.FAILED,
        1,
        up.lines());
  }

  /** {@code ExecStopPost}. */
  public RouteTablesBoot stop() {
    names = RouteTablesStop.run(version, kernel, names).names();
    return boot(StartResult.STARTED, 1, List.of());
  }

  private RouteTablesBoot boot(StartResult result, int tries, List<RouteTablesBoot.Line> lines) {
    return new RouteTablesBoot(result, tries, lines, kernel.state(names), names);
  }
}
