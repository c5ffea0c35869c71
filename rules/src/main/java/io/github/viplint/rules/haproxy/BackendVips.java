package io.github.viplint.rules.haproxy;

import io.github.viplint.model.Endpoint;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Section;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses clients use to reach a backend. */
public final class BackendVips {
  private BackendVips() {}

  /** The binds of the frontends that lead to a backend, and of a listen section of its name. */
  public static List<Endpoint> of(HaproxyCfg cfg, String backend) {
    return cfg.sections("frontend", "listen")
        .filter(section -> section.name().equals(backend) || leadsTo(section, backend))
        .flatMap(section -> section.binds().stream())
        .filter(bind -> bind.address().isPresent() && !bind.wildcard())
        .map(bind -> new Endpoint(bind.address().get(), bind.firstPort()))
        .distinct()
        .toList();
  }

  private static boolean leadsTo(Section section, String backend) {
    return Stream.concat(section.directives("default_backend"), section.directives("use_backend"))
        .anyMatch(line -> line.size() > 1 && line.word(1).equals(backend));
  }
}
