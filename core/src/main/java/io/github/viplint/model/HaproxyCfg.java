package io.github.viplint.model;

import io.github.viplint.capture.Capture;
import io.github.viplint.model.haproxy.Bind;
import io.github.viplint.model.haproxy.Section;
import java.util.List;
import java.util.stream.Stream;

/**
 * A haproxy.cfg. Several fragments of one file, pasted one by one, are read as one.
 *
 * @param captures at least one
 * @param sections in the order written
 * @param excerpt whether parts of the file are missing, so that nothing may be concluded from
 *     absence
 */
public record HaproxyCfg(List<Capture> captures, List<Section> sections, boolean excerpt)
    implements Facts {
  public HaproxyCfg {
    captures = List.copyOf(captures);
    sections = List.copyOf(sections);
  }

  @Override
  public Capture capture() {
    return captures.get(0);
  }

  /** The sections of these kinds: {@code frontend}, {@code listen}… */
  public Stream<Section> sections(String... kinds) {
    return sections.stream().filter(section -> List.of(kinds).contains(section.kind()));
  }

  /** Every bind of every frontend and listen section, in the order written. */
  public List<Bind> binds() {
    return sections("frontend", "listen").flatMap(section -> section.binds().stream()).toList();
  }
}
