package io.github.viplint.intake;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Extent;
import io.github.viplint.capture.Source;
import io.github.viplint.capture.TextMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines that belong together, on the way to a capture. */
final class Draft {
  private static final int MARGIN = 60;
  private static final Pattern SECTION = Pattern.compile("\\s*(?:global|defaults)\\b.*");

  /** Sections that stand in one haproxy.cfg only once. */
  private static final Pattern UNIQUE =
      Pattern.compile("(global|(?:frontend|backend|listen|userlist|program) \\S+)(?:\\s.*)?");

  private final Context context;
  private List<CaptureKind> kinds;
  private final List<Line> lines = new ArrayList<>();
  private final Set<String> sections = new HashSet<>();
  private boolean seen;
  private boolean solid;
  private boolean cut;

  Draft(Context context) {
    this.context = context;
    this.kinds = context.kind().map(List::of).orElse(List.of());
  }

  /** A draft whose kind is known from all of its lines together. */
  static Draft of(CaptureKind kind, Context context) {
    return new Draft(new Verdict(List.of(kind), true, false), context);
  }

  Context context() {
    return context;
  }

  boolean isEmpty() {
    return lines.stream().allMatch(Line::isBlank);
  }

  /** Has it a kind, whether promised or seen? */
  boolean hasKind() {
    return !kinds.isEmpty() && (seen || context.promised());
  }

  boolean mayBe(CaptureKind kind) {
    return kinds.contains(kind);
  }

  /** May the line be one of its own? */
  boolean takes(Verdict verdict) {
    return kinds.stream().anyMatch(verdict::fitsInto)
        || context.bareMessages() && verdict.kinds().contains(CaptureKind.KUBECTL);
  }

  /** May a line that begins with {@code #} be its own? */
  boolean mayHoldComments() {
    return kinds.isEmpty()
        || kinds.stream()
            .anyMatch(
                kind -> LineTraits.COMMENTED.contains(kind) || LineTraits.FREE.contains(kind));
  }

  void markCut() {
    cut = true;
  }

  /** Adds a line that says nothing about its kind. */
  void add(Line line) {
    lines.add(line);
    solid |= !line.isBlank() && !isComment(line) && !line.text().equals("{");
  }

  /**
   * Adds a line that says something about its kind.
   *
   * @return a draft for the line when it can't be of this one
   */
  Optional<Draft> add(Line line, Verdict verdict) {
    if (context.irrelevant() && verdict.kinds().contains(CaptureKind.IP_ROUTE)) {
      add(line);
      return Optional.empty();
    }
    if (kinds.isEmpty()) {
      return start(line, verdict);
    }
    if (takes(verdict)) {
      boolean again =
          verdict.opens() && seen && lines.stream().anyMatch(l -> opensLike(l, verdict));
      if (again || isOfAnotherFile(line)) {
        return Optional.of(next(line, verdict));
      }
      List<CaptureKind> both = kinds.stream().filter(verdict.kinds()::contains).toList();
      kinds = both.isEmpty() ? kinds : both;
      seen = true;
      take(line);
      return Optional.empty();
    }
    if (!verdict.sure() && !(lines.isEmpty() || stands(lines.get(lines.size() - 1)))) {
      if (seen && !context.promised() && context.path().isEmpty() && isForeign(line)) {
        return Optional.of(next(line, verdict));
      }
      add(line);
      return Optional.empty();
    }
    if (isLog() && !line.text().isEmpty() && Character.isWhitespace(line.text().charAt(0))) {
      add(line);
      return Optional.empty();
    }
    if (!seen && !solid) {
      kinds = verdict.kinds();
      seen = true;
      take(line);
      return Optional.empty();
    }
    return Optional.of(next(line, verdict));
  }

  /** Can such a line not stand here, and not be what a terminal broke off the one above? */
  private boolean isForeign(Line line) {
    return kinds.stream()
            .anyMatch(kind -> kind == CaptureKind.HAPROXY_CFG || LineTraits.LISTINGS.contains(kind))
        && !Character.isWhitespace(line.text().charAt(0))
        && lines.get(lines.size() - 1).text().length() < MARGIN;
  }

  /** Does another haproxy.cfg begin here, or another fragment of it? A file's name rules it out. */
  private boolean isOfAnotherFile(Line line) {
    if (!kinds.contains(CaptureKind.HAPROXY_CFG) || context.path().isPresent()) {
      return false;
    }
    Matcher section = UNIQUE.matcher(line.text());
    return section.matches() && sections.contains(section.group(1));
  }

  private void take(Line line) {
    lines.add(line);
    Matcher section = UNIQUE.matcher(line.text());
    if (kinds.contains(CaptureKind.HAPROXY_CFG) && section.matches()) {
      sections.add(section.group(1));
    }
  }

  private Optional<Draft> start(Line line, Verdict verdict) {
    if (solid) {
      return Optional.of(next(line, verdict));
    }
    kinds = verdict.kinds();
    seen = true;
    take(line);
    return Optional.empty();
  }

  private boolean isLog() {
    return kinds.contains(CaptureKind.JOURNAL) || kinds.contains(CaptureKind.WCPSVC_LOG);
  }

  private static boolean opensLike(Line line, Verdict verdict) {
    return Verdict.of(line.text()).filter(verdict::equals).isPresent();
  }

  private static boolean stands(Line line) {
    return line.isBlank() || isComment(line);
  }

  private static boolean isComment(Line line) {
    return line.text().stripLeading().startsWith("#");
  }

  /** A draft for what is surely another text, with the comments that stand right above it. */
  private Draft next(Line line, Verdict verdict) {
    Draft next = new Draft(verdict, inherited());
    if (LineTraits.COMMENTED.contains(verdict.kinds().get(0))) {
      int from = lines.size();
      while (from > 0 && isComment(lines.get(from - 1))) {
        from--;
      }
      List<Line> comments = lines.subList(from, lines.size());
      next.lines.addAll(comments);
      comments.clear();
    }
    next.take(line);
    return next;
  }

  /** What a text that begins in the middle of this one may take over from the lines above it. */
  private Context inherited() {
    if (context.chained()) {
      return context.rest();
    }
    // under a prompt that promised nothing of its own
    return kinds.isEmpty() && !context.irrelevant() ? context : Context.NOTHING;
  }

  private Draft(Verdict verdict, Context context) {
    this.context = context;
    this.kinds = verdict.kinds();
    this.seen = true;
  }

  /** What became of the lines of a draft. */
  record Outcome(Optional<Capture> capture, List<Line> inside, List<Line> outside) {}

  /** Closes it. */
  Outcome close(Source source, Told told) {
    if (!hasKind()) {
      return new Outcome(Optional.empty(), List.of(), List.copyOf(lines));
    }
    CaptureKind kind =
        told.kind()
            .or(() -> told.suggested().filter(kinds::contains).filter(named -> isOpen()))
            .orElse(kinds.get(0));
    int from = 0;
    int to = lines.size();
    while (from < to && lines.get(from).isBlank()) {
      from++;
    }
    while (to > from && lines.get(to - 1).isBlank()) {
      to--;
    }
    to =
        LineTraits.FREE.contains(kind)
            ? to
            : from + new Prose(kind).before(lines.subList(from, to));
    if (from == to) {
      return new Outcome(Optional.empty(), List.of(), List.copyOf(lines));
    }
    List<Line> inside = List.copyOf(lines.subList(from, to));
    List<Line> outside = new ArrayList<>(lines.subList(0, from));
    outside.addAll(lines.subList(to, lines.size()));
    return new Outcome(Optional.of(capture(source, kind, told, inside)), inside, outside);
  }

  /** Whether no command above says what it is, so that the name of the source may. */
  private boolean isOpen() {
    return context.command().isEmpty() || context.kind().isPresent();
  }

  private Capture capture(Source source, CaptureKind kind, Told told, List<Line> inside) {
    TextMap.Builder text = new TextMap.Builder();
    boolean clipped = cut;
    for (Line line : inside) {
      boolean margin =
          LineTraits.MARGINS.contains(kind)
              && line.text().length() > MARGIN
              && line.text().endsWith(">");
      clipped |=
          margin || (LineTraits.MARGINS.contains(kind) && line.text().indexOf('\u2026') >= 0);
      (margin ? line.head(line.text().length() - 1) : line).copyTo(text, source.text());
    }
    // ip link looks like ip addr, but tells no address
    boolean links =
        kind == CaptureKind.IP_ADDR
            && inside.stream().noneMatch(line -> line.text().contains("inet"));
    boolean excerpt =
        (kind == CaptureKind.HAPROXY_CFG || kind == CaptureKind.HAPROXY_CFG_LKG)
            && inside.stream().noneMatch(line -> SECTION.matcher(line.text()).lookingAt());
    Extent extent =
        clipped
            ? Extent.CUT
            : context.part() || links ? Extent.FILTERED : excerpt ? Extent.CUT : Extent.WHOLE;
    boolean asked = context.kind().isEmpty() || context.kind().get() == kind;
    return Capture.cut(source, text)
        .kind(kind)
        .host(told.host().or(context::host))
        .command(asked || context.path().isPresent() ? context.command() : Optional.empty())
        .path(context.path())
        .fidelity(told.fidelity())
        .extent(extent)
        .build();
  }
}
