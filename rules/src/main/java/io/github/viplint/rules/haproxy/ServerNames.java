package io.github.viplint.rules.haproxy;

import io.github.viplint.model.haproxy.Directive;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The servers that a line makes: {@code server-template web 3 …} makes web1 to web3. */
final class ServerNames {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");
  private static final int MOST = 1000;

  private ServerNames() {}

  static List<String> of(Directive line) {
    if (line.keyword().equals("server") && line.size() > 1 && !line.holdsVariable(1)) {
      return List.of(line.word(1));
    }
    if (!line.keyword().equals("server-template") || line.size() < 4 || line.holdsVariable(1)) {
      return List.of();
    }
    Matcher range = RANGE.matcher(line.word(2));
    if (!range.matches()) {
      return List.of();
    }
    int one = Integer.parseInt(range.group(1));
    int first = range.group(2) == null ? 1 : one;
    int last = range.group(2) == null ? one : Integer.parseInt(range.group(2));
    return IntStream.rangeClosed(first, Math.min(last, first + MOST))
        .mapToObj(number -> line.word(1) + number)
        .toList();
  }
}
