package io.github.viplint.rules.haproxy.argument;

import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with the arguments of lines that are known well enough to be judged. Belongs to one
 * thread.
 */
public final class Arguments {
  private static final int THREADS_UNTIL_2_6 = 64;

  private final HaproxyVersion version;
  private final Values values;
  private final Needed needed;

  /** Of the line that is looked at. */
  private final List<ArgumentFault> found = new ArrayList<>();

  /** Judges the lines of this file as this release does. */
  public Arguments(HaproxyCfg file, HaproxyVersion version) {
    this.version = version;
    this.values = new Values(version);
    this.needed = new Needed(file);
  }

  /** Takes what is wrong with a line. */
  @FunctionalInterface
  public interface Faults {
    void accept(Section section, Directive line, ArgumentFault fault);
  }

  /** Hands over what is wrong with a section. */
  public void of(Section section, Faults faults) {
    Headers.of(section, version, found);
    handOver(section, section.header(), faults);
    boolean proxy = section.isProxy() || section.is("defaults");
    if (!proxy && !section.is("global")) {
      return;
    }
    for (Directive line : section.directives()) {
      if (!line.isConditional()) {
        line(section, line, proxy);
        handOver(section, line, faults);
      }
    }
    if (proxy) {
      for (Needed.Missing missing : needed.of(section)) {
        faults.accept(section, missing.line(), missing.fault());
      }
    }
  }

  private void handOver(Section section, Directive line, Faults faults) {
    if (found.isEmpty()) {
      return;
    }
    for (ArgumentFault fault : found) {
      faults.accept(section, line, fault);
    }
    found.clear();
  }

  private void line(Section section, Directive line, boolean proxy) {
    new Lines(line, version, found).check();
    if (proxy) {
      values.of(line, found);
      found.addAll(LogFormat.of(line, version));
    } else {
      threads(line, found);
      connections(line, found);
    }
    OptionValues.of(section.kind(), line, found);
  }

  /** Until 3.4 haproxy takes any word for a number. */
  private void connections(Directive line, List<ArgumentFault> faults) {
    if (line.keyword().equals("maxconn")
        && line.size() > 1
        && !line.word(1).matches("-?\\d+.*")
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
