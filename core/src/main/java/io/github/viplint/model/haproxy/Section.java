package io.github.viplint.model.haproxy;

import io.github.viplint.capture.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A section of a haproxy.cfg: the line that opens it and the lines up to the next section. */
public final class Section {
  /** The first words that open a section in haproxy 2.2 to 3.5. */
  public static final Set<String> KINDS =
      Set.of(
          "global",
          "defaults",
          "frontend",
          "backend",
          "listen",
          "userlist",
          "peers",
          "mailers",
          "resolvers",
          "cache",
          "program",
          "ring",
          "http-errors",
          "fcgi-app",
          "namespace_list",
          "log-forward",
          "crt-store",
          "traces",
          "log-profile",
          "acme",
          "healthcheck");

  private static final Set<String> PROXIES = Set.of("frontend", "backend", "listen");

  private final Directive header;
  private final String kind;
  private final List<Directive> directives;

  /** Two bits for each keyword of its lines; few keywords share both. */
  private final long keywords;

  private final long more;

  private volatile @Nullable String name;
  private volatile @Nullable List<Bind> binds;
  private volatile @Nullable List<Server> servers;

  private Section(Directive header, List<Directive> directives) {
    this.header = header;
    this.kind = header.keyword();
    this.directives = directives;
    long bits = 0;
    long others = 0;
    for (Directive line : directives) {
      bits |= KeywordSet.bit(line.keyword());
      others |= KeywordSet.otherBit(line.keyword());
    }
    this.keywords = bits;
    this.more = others;
  }

  /** Puts lines into sections. A file that goes on in another capture begins a section there. */
  static List<Section> of(List<Directive> lines) {
    List<Section> sections = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= lines.size(); i++) {
      if (i == lines.size()
          || opens(lines.get(i))
          || lines.get(i).capture() != lines.get(i - 1).capture()) {
        sections.add(section(lines, start, i));
        start = i;
      }
    }
    return List.copyOf(sections);
  }

  private static Section section(List<Directive> lines, int start, int end) {
    Directive first = lines.get(start);
    return opens(first)
        ? new Section(first, List.copyOf(lines.subList(start + 1, end)))
        : new Section(Directive.nothingBefore(first), List.copyOf(lines.subList(start, end)));
  }

  private static boolean opens(Directive line) {
    return KINDS.contains(line.keyword());
  }

  /** The line that opens it; an empty word for lines that stand before any section. */
  public Directive header() {
    return header;
  }

  /** Its lines, without the header. */
  public List<Directive> directives() {
    return directives;
  }

  /**
   * {@code global}, {@code defaults}, {@code frontend}, {@code backend}, {@code listen}…; empty for
   * lines that stand before any section.
   */
  public String kind() {
    return kind;
  }

  public boolean is(String kind) {
    return this.kind.equals(kind);
  }

  /** Whether it is a frontend, a backend, or both. */
  public boolean isProxy() {
    return PROXIES.contains(kind);
  }

  /** Whether connections come in here. */
  public boolean isFrontend() {
    return is("frontend") || is("listen");
  }

  /** Whether connections go out to servers from here. */
  public boolean isBackend() {
    return is("backend") || is("listen");
  }

  /** The section's name; empty where it has none. */
  public String name() {
    String known = name;
    if (known == null) {
      known = hasName() ? header.word(1) : "";
      name = known;
    }
    return known;
  }

  /** Where the name stands; the keyword where there is no name. */
  public Span nameSpan() {
    return hasName() ? header.span(1) : span();
  }

  private boolean hasName() {
    return header.size() > 1 && !(is("defaults") && header.word(1).equals("from"));
  }

  /**
   * The word behind {@code from}, which names the {@code defaults} to start from; from 2.4 on. 0
   * for none.
   */
  public int fromIndex() {
    if (!isProxy() && !is("defaults")) {
      return 0;
    }
    int from = hasName() ? 2 : 1;
    return header.size() > from + 1 && header.word(from).equals("from") ? from + 1 : 0;
  }

  /** The line that opens it. */
  public Span span() {
    return header.span();
  }

  /** The directives that begin with this keyword, whatever their prefix. */
  public Stream<Directive> directives(String keyword) {
    return mayHave(keyword)
        ? directives.stream().filter(directive -> directive.keyword().equals(keyword))
        : Stream.empty();
  }

  /** Whether a line begins with this keyword, whatever its prefix. */
  public boolean has(String keyword) {
    if (mayHave(keyword)) {
      for (Directive line : directives) {
        if (line.keyword().equals(keyword)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a line begins with one of these, whatever its prefix. */
  public boolean hasAny(KeywordSet wanted) {
    if (mayHaveAny(wanted)) {
      for (Directive line : directives) {
        if (wanted.contains(line.keyword())) {
          return true;
        }
      }
    }
    return false;
  }

  /** False where surely no line begins with this keyword, which costs no look at the lines. */
  public boolean mayHave(String keyword) {
    return (keywords & KeywordSet.bit(keyword)) != 0 && (more & KeywordSet.otherBit(keyword)) != 0;
  }

  /** False where surely no line begins with one of these, which costs no look at the lines. */
  public boolean mayHaveAny(KeywordSet wanted) {
    return wanted.mayBeIn(keywords, more);
  }

  /** Its {@code bind} addresses: a line that lists several gives several. */
  public List<Bind> binds() {
    List<Bind> known = binds;
    if (known == null) {
      known = Bind.of(this);
      binds = known;
    }
    return known;
  }

  /** Its {@code server} lines that name an address. */
  public List<Server> servers() {
    List<Server> known = servers;
    if (known == null) {
      known = Server.of(this);
      servers = known;
    }
    return known;
  }

  /** Its {@code server-template} lines: each stands for several servers. */
  public List<Server> serverTemplates() {
    return Server.templatesOf(this);
  }

  @Override
  public String toString() {
    return (kind() + " " + name()).strip();
  }
}
