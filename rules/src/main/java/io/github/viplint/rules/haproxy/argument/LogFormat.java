package io.github.viplint.rules.haproxy.argument;

import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.rules.haproxy.keyword.Keywords;
import io.github.viplint.rules.haproxy.keyword.NearestWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with {@code %ci}, <code>%{+Q}r</code> and {@code %[src,ipmask(24)]} in it, as log-format
 * and set-header take it; {@code %%} is a percent sign (parse_logformat_string() of haproxy's
 * src/log.c).
 */
final class LogFormat {
  private static final Pattern PLACE =
      Pattern.compile("%(?:%|(?:\\{[^{}]*\\})?(?:(\\[)|([A-Za-z][A-Za-z0-9]*)))");

  private LogFormat() {}

  /** What is wrong with the text of a line, if it has one, or with the expression in it. */
  static List<ArgumentFault> of(Directive line, HaproxyVersion version) {
    int index = place(line);
    boolean there = index > 0 && index < line.size() && !line.holdsVariable(index);
    if (!there || line.expands()) {
      return List.of();
    }
    List<ArgumentFault> faults = new ArrayList<>();
    Matcher place = PLACE.matcher(line.word(index));
    while (place.find() && faults.isEmpty()) {
      fault(line.word(index), place, version).ifPresent(fault -> faults.add(fault(index, fault)));
    }
    return faults;
  }

  private static int place(Directive line) {
    return switch (line.keyword()) {
      case "log-format", "log-format-sd", "error-log-format", "unique-id-format" -> 1;
      case "http-request", "http-response", "http-after-response" -> {
        String action = line.size() > 1 ? line.word(1) : "";
        yield action.equals("set-header") || action.equals("add-header") ? 3 : 0;
      }
      default -> 0;
    };
  }

  private static Optional<String> fault(String text, Matcher place, HaproxyVersion version) {
    if (place.group(1) != null) {
      return SampleExpression.fault(text, place.end(), version);
    }
    String alias = place.group(2);
    if (alias == null || SampleExpression.takes("log-format alias", alias, version)) {
      return Optional.empty();
    }
    String meant =
        NearestWord.of(Keywords.all(), "log-format alias", alias, version)
            .map(near -> ", or %" + near.word())
            .orElse("");
    return Optional.of(
        "'%" + alias + "' stands for nothing: for a percent sign write %%" + alias + meant);
  }

  private static ArgumentFault fault(int index, String message) {
    return new ArgumentFault(index, message, "write a name that haproxy knows");
  }
}
