package io.github.viplint.read;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.Reading;
import io.github.viplint.model.Routes;
import io.github.viplint.model.SupervisorStatus;
import io.github.viplint.model.UnitState;
import io.github.viplint.model.Units;
import java.util.stream.Collectors;

/**
 * What a capture shows of a host: of two captures with the same slot, the later takes the earlier
 * one's place.
 *
 * @param subject the file, table or units, where a host has several of the kind
 */
record Slot(CaptureKind kind, String subject) {

  static Slot of(Reading reading) {
    Capture capture = reading.capture();
    String subject =
        switch (capture.kind()) {
          case IP_ROUTE, IP6_ROUTE ->
              reading.facts().stream()
                  .filter(Routes.class::isInstance)
                  .map(facts -> ((Routes) facts).table().orElse("all"))
                  .distinct()
                  .collect(Collectors.joining(","));
          // a listing of some ports does not take the place of a whole one
          case LISTENING_SOCKETS -> capture.isWhole() ? "" : capture.command().orElse("");
          case ROUTE_GET, SYSCTL -> capture.command().orElse("");
          case SYSTEMCTL_STATUS ->
              reading.facts().stream()
                  .filter(Units.class::isInstance)
                  .flatMap(facts -> ((Units) facts).units().stream().map(UnitState::unit))
                  .distinct()
                  .sorted()
                  .collect(Collectors.joining(","));
          case WCP_CLUSTER ->
              reading.facts().stream()
                  .filter(SupervisorStatus.class::isInstance)
                  .map(facts -> ((SupervisorStatus) facts).cluster())
                  .collect(Collectors.joining(","));
          case NETWORK_FILE, CERTIFICATE -> capture.path().orElse("");
          default -> "";
        };
    return new Slot(capture.kind(), subject);
  }
}
