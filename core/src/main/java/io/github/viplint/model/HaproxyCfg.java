package io.github.viplint.model;

import io.github.viplint.capture.Capture;
import io.github.viplint.model.haproxy.Bind;
import io.github.viplint.model.haproxy.ConfigText;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Proxy;
import io.github.viplint.model.haproxy.References;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.model.haproxy.SyntaxFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A haproxy.cfg. Several fragments of one file, pasted one by one, are read as one.
 *
 * <p>Which lines haproxy reads depends on its release where {@code .if} stands in the file. {@link
 * #at} chooses one; without it, it is the newest.
 */
public final class HaproxyCfg implements Facts {
  private static final HaproxyVersion NEWEST =
      HaproxyVersion.KNOWN.get(HaproxyVersion.KNOWN.size() - 1);

  private final List<Capture> captures;
  private final ConfigText text;
  private final boolean excerpt;
  private final ConfigText.Read read;
  private final Map<HaproxyVersion, HaproxyCfg> views;
  private final Map<Class<?>, FutureTask<?>> derived = new ConcurrentHashMap<>();

  /**
   * @param captures at least one
   * @param excerpt whether parts of the file are missing, so that nothing may be concluded from
   *     absence
   */
  public HaproxyCfg(List<Capture> captures, ConfigText text, boolean excerpt) {
    this(captures, text, excerpt, text.readBy(NEWEST), new ConcurrentHashMap<>());
  }

  private HaproxyCfg(
      List<Capture> captures,
      ConfigText text,
      boolean excerpt,
      ConfigText.Read read,
      Map<HaproxyVersion, HaproxyCfg> views) {
    this.captures = List.copyOf(captures);
    this.text = text;
    this.excerpt = excerpt;
    this.read = read;
    this.views = views;
  }

  /** The file as one release of haproxy reads it. */
  public HaproxyCfg at(HaproxyVersion version) {
    return views.computeIfAbsent(
        version, chosen -> new HaproxyCfg(captures, text, excerpt, text.readBy(chosen), views));
  }

  /** This file with {@code next}, one more fragment of it, behind it. */
  public HaproxyCfg with(HaproxyCfg next) {
    return new HaproxyCfg(
        Stream.concat(captures.stream(), next.captures.stream()).toList(),
        text.with(next.text),
        excerpt && next.excerpt);
  }

  @Override
  public Capture capture() {
    return captures.get(0);
  }

  public List<Capture> captures() {
    return captures;
  }

  /** Whether parts of the file are missing, so that nothing may be concluded from absence. */
  public boolean excerpt() {
    return excerpt;
  }

  /** In the order written. */
  public List<Section> sections() {
    return read.sections();
  }

  /** The sections of these kinds: {@code frontend}, {@code listen}… */
  public Stream<Section> sections(String... kinds) {
    ByKind known = derived(ByKind.class, ByKind::new);
    if (kinds.length == 1) {
      return known.of(kinds[0]).stream();
    }
    Set<String> wanted = Set.of(kinds);
    return sections().stream().filter(section -> wanted.contains(section.kind()));
  }

  /** Every bind of every frontend and listen section, in the order written. */
  public List<Bind> binds() {
    return sections("frontend", "listen").flatMap(section -> section.binds().stream()).toList();
  }

  /**
   * What the chosen release stumbles over, in the order written; lines with a fault are in no
   * section. Of what {@code .if} and its like do wrong only the first is here: haproxy stops at it.
   */
  public List<SyntaxFault> faults() {
    return read.faults();
  }

  /** What is defined and what is referred to. */
  public References references() {
    return derived(References.class, file -> References.of(file.sections()));
  }

  /** The proxies with what they take over from defaults sections, in the order written. */
  public List<Proxy> proxies() {
    return derived(Proxies.class, file -> new Proxies(List.copyOf(Proxy.of(file.sections())))).all;
  }

  private static final class ByKind {
    private final Map<String, List<Section>> sections = new HashMap<>();

    ByKind(HaproxyCfg file) {
      for (Section section : file.sections()) {
        sections.computeIfAbsent(section.kind(), kind -> new ArrayList<>()).add(section);
      }
    }

    List<Section> of(String kind) {
      return sections.getOrDefault(kind, List.of());
    }
  }

  private record Proxies(List<Proxy> all) {}

  /**
   * What several rules have to work out of this view of the file; worked out once, for the first
   * that asks.
   */
  public <T> T derived(Class<T> type, Function<HaproxyCfg, T> work) {
    FutureTask<?> task = derived.get(type);
    if (task == null) {
      FutureTask<T> mine = new FutureTask<>(() -> work.apply(this));
      FutureTask<?> first = derived.putIfAbsent(type, mine);
      task = first == null ? mine : first;
      if (first == null) {
        mine.run();
      }
    }
    try {
      return type.cast(task.get());
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("working out " + type.getSimpleName(), e);
    }
  }
}
