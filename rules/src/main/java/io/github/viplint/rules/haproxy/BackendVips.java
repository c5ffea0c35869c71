package io.github.viplint.rules.haproxy;

import io.github.viplint.model.Endpoint;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which addresses clients use to reach the backends of a haproxy.cfg. */
public final class BackendVips {
  private final Map<String, List<Section>> ways = new HashMap<>();

  public BackendVips(HaproxyCfg cfg) {
    cfg.sections("frontend", "listen")
        .forEach(
            section ->
                Stream.concat(Stream.of(section.name()), backends(section))
                    .distinct()
                    .forEach(
                        name -> ways.computeIfAbsent(name, key -> new ArrayList<>()).add(section)));
  }

  private static Stream<String> backends(Section section) {
    return Stream.concat(section.directives("default_backend"), section.directives("use_backend"))
        .filter(line -> line.size() > 1)
        .map(line -> line.word(1));
  }

  /** The binds of the frontends that lead to these backends, and of listen sections of a name. */
  public List<Endpoint> of(Collection<String> backends) {
    return backends.stream()
        .flatMap(backend -> ways.getOrDefault(backend, List.of()).stream())
        .distinct()
        .flatMap(section -> section.binds().stream())
        .filter(bind -> bind.address().isPresent() && !bind.wildcard())
        .map(bind -> new Endpoint(bind.address().get(), bind.firstPort()))
        .distinct()
        .toList();
  }
}
