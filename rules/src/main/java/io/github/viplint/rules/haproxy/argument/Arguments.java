package io.github.viplint.rules.haproxy.argument;

import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Section;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the arguments of lines that are known well enough to be judged. */
public final class Arguments {
  private static final int THREADS_UNTIL_2_6 = 64;

  private Arguments() {}

  /** Of one line of a section. */
  public static List<ArgumentFault> of(Section section, Directive line, HaproxyVersion version) {
    boolean proxy = section.isProxy() || section.is("defaults");
    if (!proxy && !section.is("global")) {
      return List.of();
    }
    List<ArgumentFault> faults = new ArrayList<>(Lines.of(line));
    if (proxy) {
      faults.addAll(Values.of(line, version));
    } else {
      threads(line, version, faults);
    }
    faults.addAll(OptionValues.of(section.kind(), line));
    return faults;
  }

  private static void threads(Directive line, HaproxyVersion version, List<ArgumentFault> faults) {
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
