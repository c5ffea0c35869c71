package io.github.viplint.rules.haproxy.argument;

import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Section;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the arguments of lines that are known well enough to be judged. */
public final class Arguments {
  private static final int THREADS_UNTIL_2_6 = 64;

  private final HaproxyVersion version;
  private final Needed needed;

  /** Judges the lines of this file as this release does. */
  public Arguments(HaproxyCfg file, HaproxyVersion version) {
    this.version = version;
    this.needed = new Needed(file);
  }

  /** Takes what is wrong with a line. */
  @FunctionalInterface
  public interface Faults {
    void accept(Directive line, ArgumentFault fault);
  }

  /** Hands over what is wrong with a section. */
  public void of(Section section, Faults faults) {
    Headers.of(section, version).forEach(fault -> faults.accept(section.header(), fault));
    boolean proxy = section.isProxy() || section.is("defaults");
    if (!proxy && !section.is("global")) {
      return;
    }
    for (Directive line : section.directives()) {
      if (!line.isConditional()) {
        line(section, line, proxy).forEach(fault -> faults.accept(line, fault));
      }
    }
    if (proxy) {
      needed.of(section).forEach(missing -> faults.accept(missing.line(), missing.fault()));
    }
  }

  private List<ArgumentFault> line(Section section, Directive line, boolean proxy) {
    List<ArgumentFault> faults = new ArrayList<>(Lines.of(line, version));
    if (proxy) {
      faults.addAll(Values.of(line, version));
      faults.addAll(LogFormat.of(line, version));
    } else {
      threads(line, faults);
      connections(line, faults);
    }
    faults.addAll(OptionValues.of(section.kind(), line));
    return faults;
  }

  /** Until 3.4 haproxy takes any word for a number. */
  private void connections(Directive line, List<ArgumentFault> faults) {
    boolean number = line.size() > 1 && line.word(1).matches("-?\\d+.*");
    if (line.keyword().equals("maxconn")
        && line.size() > 1
        && !number
        && !line.holdsVariable(1)
        && version.isAtLeast(3, 5)) {
      faults.add(new ArgumentFault(1, "'maxconn' needs a number", "write a number"));
    }
  }

  private void threads(Directive line, List<ArgumentFault> faults) {
    if (!line.keyword().equals("nbthread")
        || line.size() < 2
        || !line.word(1).matches("\\d{1,9}")) {
      return;
    }
    int threads = Integer.parseInt(line.word(1));
    if (threads == 0 || threads > THREADS_UNTIL_2_6 && !version.isAtLeast(2, 7)) {
      faults.add(
          new ArgumentFault(1, "haproxy " + version + " runs 1 to 64 threads", "write 1 to 64"));
    }
  }
}
