package io.github.viplint.rules.haproxy.argument;

import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.rules.haproxy.keyword.OptionWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of options of bind and server lines. */
final class OptionValues {
  /** Read with atol(), so that what is no number is 0. */
  private static final Value WEIGHT =
      text -> {
        boolean fits =
            Value.isShortNumber(text)
                ? Integer.parseInt(text) <= 256
                : !text.matches("-?\\d+")
                    || text.matches("0*\\d{1,3}") && Integer.parseInt(text) <= 256;
        return fits ? Optional.empty() : Optional.of("is no weight: 0 to 256");
      };

  private static final Map<String, Value> SERVER =
      Map.ofEntries(
          Map.entry("weight", WEIGHT),
          Map.entry("inter", Value.TIME_OVER_0),
          Map.entry("fastinter", Value.TIME_OVER_0),
          Map.entry("downinter", Value.TIME_OVER_0),
          Map.entry("agent-inter", Value.TIME_OVER_0),
          Map.entry("slowstart", Value.TIME),
          Map.entry("rise", Value.OVER_0),
          Map.entry("fall", Value.OVER_0),
          Map.entry("id", Value.OVER_0),
          Map.entry("verify", Value.oneOf(List.of("none", "required"))),
          Map.entry("observe", Value.oneOf(List.of("none", "layer4", "layer7"))),
          Map.entry(
              "on-error",
              Value.oneOf(List.of("fastinter", "fail-check", "sudden-death", "mark-down"))));

  private static final Map<String, Value> BIND =
      Map.of(
          "verify", Value.oneOf(List.of("none", "optional", "required")),
          "level", Value.oneOf(List.of("user", "operator", "admin")),
          "id", Value.OVER_0);

  private OptionValues() {}

  /** Adds what is wrong with the options of a line. */
  static void of(String section, Directive line, List<ArgumentFault> faults) {
    Optional<OptionWords> options = OptionWords.of(section, line);
    if (options.isEmpty()) {
      return;
    }
    Map<String, Value> table = options.get().ofBind() ? BIND : SERVER;
    for (int at = options.get().first(); at < line.size() && !line.holdsVariable(at); ) {
      String option = line.word(at);
      Value value = table.get(option);
      if (value != null && at + 1 < line.size() && !line.holdsVariable(at + 1)) {
        Optional<String> fault = value.fault(line.word(at + 1));
        if (fault.isPresent()) {
          faults.add(
              new ArgumentFault(
                  at + 1,
                  "'" + line.span(at + 1).shown() + "' " + fault.get(),
                  "write a value that '" + option + "' takes"));
        }
      }
      at = OptionWords.next(line, at, options.get().words().find(option));
    }
  }
}
