package io.github.viplint.fix;

import io.github.viplint.lint.HostView;
import io.github.viplint.twin.Boot;
import io.github.viplint.twin.Operator;
import io.github.viplint.twin.appliance.Service;
import io.github.viplint.twin.appliance.Service.Run;
import io.github.viplint.twin.appliance.StartResult;
import io.github.viplint.twin.routetables.RouteTablesBoot;
import java.util.List;
import java.util.Optional;

/**
 * Runs the commands of fixes on a re-enacted appliance whose files have been mended. They are good
 * when they bring it to where a reboot with these files would: services that can start run, and all
 * ranges are active.
 *
 * @param before the appliance as captured
 * @param after the same with the mended files
 */
record CommandProof(HostView before, HostView after) {

  /** What is wrong when the commands were run; empty for nothing. */
  String failure(List<String> commands) {
    Optional<Operator> captured = before.operator();
    Optional<Boot> ill = before.boot();
    Optional<Boot> healthy = after.boot();
    if (captured.isEmpty() || ill.isEmpty() || healthy.isEmpty()) {
      return "";
    }
    Operator now = captured.get().edited(healthy.get().after());
    for (String command : commands) {
      Optional<Operator> done = now.after(command);
      if (done.isEmpty()) {
        return "what its command `" + command + "` does is not known here";
      }
      now = done.get();
    }
    for (Service service : Service.values()) {
      boolean touched =
          captured.get().run(service) == Run.RUNNING
              || !starts(ill.get(), service)
              || commands.stream().anyMatch(command -> command.contains(service.id()));
      if (touched && starts(healthy.get(), service) && now.run(service) != Run.RUNNING) {
        return "after its commands " + service.id() + " " + described(now.run(service));
      }
    }
    Optional<String> stayed = now.surplus(captured.get(), healthy.get());
    if (stayed.isPresent()) {
      return "after its commands " + stayed.get() + " is still active";
    }
    return starts(healthy.get(), Service.ANYIP_ROUTES)
            && now.run(Service.ANYIP_ROUTES) == Run.RUNNING
        ? now.missing(healthy.get())
            .map(range -> "after its commands " + range + " is not active")
            .orElse("")
        : "";
  }

  /** Whether the service starts for sure; haproxy without its file needs the ranges only. */
  private static boolean starts(Boot boot, Service service) {
    return switch (service) {
      case ROUTE_TABLES ->
          boot.routeTables().map(RouteTablesBoot::result).filter(CommandProof::starts).isPresent();
      // a line that only another finding's fix mends is none of this one's
      case ANYIP_ROUTES -> boot.rangesSurviveRestart();
      case HAPROXY ->
          boot.haproxy().result() == StartResult.NO_CONFIG
              ? starts(boot, Service.ANYIP_ROUTES)
              : starts(boot.haproxy().result());
    };
  }

  private static boolean starts(StartResult result) {
    return result == StartResult.STARTED;
  }

  static String described(Run run) {
    return switch (run) {
      case RUNNING -> "runs";
      case DEAF -> "works on with what it had before";
      case STOPPED -> "is stopped";
      case FAILED -> "is failed";
      case START_LIMIT -> "is failed, and systemd refuses to start it again (start limit)";
    };
  }
}
