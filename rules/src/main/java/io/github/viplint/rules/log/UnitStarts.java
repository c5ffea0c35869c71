package io.github.viplint.rules.log;

import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LogHit;
import io.github.viplint.model.LogEntry;
import java.util.List;
import java.util.stream.Stream;

/** When a host's units were started, as far as its logs say: by name, and by description. */
public final class UnitStarts {
  private static final String SERVICE = ".service";

  private final Successes<String> starts;

  private UnitStarts(Successes<String> starts) {
    this.starts = starts;
  }

  public static UnitStarts of(HostView host) {
    return new UnitStarts(Successes.in(host.hits("unit-started"), UnitStarts::names));
  }

  /** What systemd calls the unit of an entry. */
  private static List<String> names(LogHit hit) {
    return Stream.concat(hit.group("unit").stream(), hit.group("description").stream())
        .map(UnitStarts::bare)
        .toList();
  }

  private static String bare(String name) {
    return name.endsWith(SERVICE) ? name.substring(0, name.length() - SERVICE.length()) : name;
  }

  /**
   * Whether a unit was started after {@code failure}.
   *
   * @param name without {@code .service}
   */
  public boolean after(String name, String description, LogEntry failure) {
    return starts.after(name, failure) || starts.after(bare(description), failure);
  }
}
