package io.github.viplint.twin.route;

import io.github.viplint.model.Route;
import io.github.viplint.model.RouteAnswers.RouteAnswer;
import io.github.viplint.twin.route.Answer.Action;
import java.util.Map;
import java.util.Optional;

/** Whether what a kernel said itself is what the twin says. */
public enum Agreement {
  AGREES,
  DIFFERS,
  /** The twin has no answer to compare. */
  OPEN;

  private static final Map<String, Action> ERRORS =
      Map.of(
          "Network is unreachable", Action.NONE,
          "No route to host", Action.UNREACHABLE,
          "Permission denied", Action.PROHIBIT,
          "Invalid argument", Action.BLACKHOLE);

  /** Compares action, device and gateway; the table where both name one. */
  public static Agreement of(RouteAnswer captured, Answer answer) {
    if (!answer.possible().isEmpty()) {
      return answer.possible().stream()
              .anyMatch(
                  hop -> hop.device().equals(captured.device()) && hop.via().equals(captured.via()))
          ? AGREES
          : DIFFERS;
    }
    if (answer.action() == Action.UNKNOWN) {
      return OPEN;
    }
    Optional<Action> action =
        captured.type().map(Agreement::action).or(() -> captured.error().map(ERRORS::get));
    return action.filter(answer.action()::equals).isPresent()
            && captured.device().equals(answer.device())
            && captured.via().equals(answer.via())
            && (captured.table().isEmpty() || captured.table().equals(answer.table()))
        ? AGREES
        : DIFFERS;
  }

  private static Action action(Route.Type type) {
    return switch (type) {
      case LOCAL, ANYCAST -> Action.LOCAL;
      case BROADCAST -> Action.BROADCAST;
      case MULTICAST -> Action.MULTICAST;
      case UNREACHABLE -> Action.UNREACHABLE;
      case PROHIBIT -> Action.PROHIBIT;
      case BLACKHOLE -> Action.BLACKHOLE;
      case UNICAST, THROW, NAT -> Action.UNICAST;
    };
  }
}
