package io.github.viplint.capture;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One document as it was captured: a file, a log, or the output of one command, cut out of its
 * {@link Source} and cleaned of what a terminal, pager or mail added. Compared by identity.
 */
public final class Capture {
  private final Source source;
  private final CaptureKind kind;
  private final String text;
  private final TextMap map;
  private final Optional<String> host;
  private final Optional<String> command;
  private final Optional<String> path;
  private final Fidelity fidelity;
  private final Extent extent;
  private final boolean edited;

  private Capture(Builder builder) {
    this.source = builder.source;
    this.kind = Objects.requireNonNull(builder.kind, "kind");
    this.text = builder.text;
    this.map = builder.map;
    this.host = builder.host.map(source::masked);
    this.command = builder.command;
    this.path = builder.path.map(source::masked);
    this.fidelity = builder.fidelity;
    this.extent = builder.extent;
    this.edited = builder.edited;
  }

  /** A capture that is the whole of its source, unchanged. */
  public static Builder whole(Source source) {
    return new Builder(source, source.text(), TextMap.identity(source.text().length()));
  }

  /**
   * A capture cut out of {@code source}; {@code cut} holds its text and where each character came
   * from.
   */
  public static Builder cut(Source source, TextMap.Builder cut) {
    return new Builder(source, cut.text(), cut.map());
  }

  public Source source() {
    return source;
  }

  public CaptureKind kind() {
    return kind;
  }

  /** The raw, cleaned text. For readers; whatever a person sees comes from {@link #shown}. */
  public String text() {
    return text;
  }

  /** The host's name, where a prompt, a mark or the command line told it. */
  public Optional<String> host() {
    return host;
  }

  /** The command that printed it, as typed. */
  public Optional<String> command() {
    return command;
  }

  /**
   * The file on the host that it shows, absolute where known: {@code /etc/vmware/anyip-routes.cfg}.
   */
  public Optional<String> path() {
    return path;
  }

  public Fidelity fidelity() {
    return fidelity;
  }

  public Extent extent() {
    return extent;
  }

  public boolean isWhole() {
    return extent == Extent.WHOLE;
  }

  public boolean isExact() {
    return fidelity == Fidelity.EXACT;
  }

  public Span span(int start, int end) {
    return new Span(this, start, end);
  }

  public Span all() {
    return new Span(this, 0, text.length());
  }

  /** Where {@code span} stands in the source. */
  public Place place(Span span) {
    int start = sourceStart(span);
    int end = sourceEnd(span);
    return new Place(
        source.file(),
        source.lineOf(start),
        source.columnOf(start),
        source.lineOf(end),
        source.columnOf(end));
  }

  /** The offset in the source's text at which {@code span} begins. */
  public int sourceStart(Span span) {
    return map.toSource(span.start());
  }

  /** The offset in the source's text just behind {@code span}. */
  public int sourceEnd(Span span) {
    return map.endToSource(span.start(), span.end());
  }

  /**
   * How many lines of the source were left out right before the line at {@code offset}: those of a
   * large log that nobody asks for.
   */
  public int leftOutBefore(int offset) {
    return source.leftOutBefore(map.toSource(offset));
  }

  /**
   * How many lines of a large log stand behind the last one that is here; nobody looked at them.
   */
  public int leftOutBehind() {
    return isSource() ? source.leftOutBehind() : 0;
  }

  /** The text of {@code span} as the source has it, edits included, secrets masked. */
  public String shown(Span span) {
    return edited
        ? shownHere(span.start(), span.end())
        : source.shown(sourceStart(span), sourceEnd(span));
  }

  /**
   * The text from {@code start} to {@code end} as it stands here, edits included, secrets masked.
   */
  public String shownHere(int start, int end) {
    StringBuilder shown = new StringBuilder();
    map.parts(
        start,
        end,
        (from, to, at, copied) ->
            shown.append(
                copied
                    ? source.shown(at, at + to - from)
                    : source.masked(text.substring(from, to))));
    return source.masked(shown.toString());
  }

  /** Whether it is all of its source, as that was handed in. */
  public boolean isSource() {
    return text.equals(source.text());
  }

  /**
   * This capture with edits applied. What stays keeps its place in the source; what is new stands
   * where it was put in.
   *
   * @param edits of this capture, none overlapping another
   * @throws IllegalArgumentException when two edits overlap or one is of another capture
   */
  public Capture edited(List<TextEdit> edits) {
    List<TextEdit> inOrder =
        edits.stream().sorted(Comparator.comparingInt(edit -> edit.span().start())).toList();
    TextMap.Builder result = new TextMap.Builder();
    int at = 0;
    for (TextEdit edit : inOrder) {
      Span span = edit.span();
      if (span.capture() != this || span.start() < at) {
        throw new IllegalArgumentException("edits overlap, or are of another capture");
      }
      map.copy(text, source.text(), at, span.start(), result);
      result.insert(edit.newText(), sourceStart(span));
      at = span.end();
    }
    map.copy(text, source.text(), at, text.length(), result);
    Builder edited = cut(source, result);
    edited.edited = true;
    return edited
        .kind(kind)
        .host(host)
        .command(command)
        .path(path)
        .fidelity(fidelity)
        .extent(extent)
        .build();
  }

  @Override
  public String toString() {
    return kind.id() + " in " + source.file();
  }

  /** Collects what intake found out about a capture. */
  public static final class Builder {
    private final Source source;
    private final String text;
    private final TextMap map;
    private @Nullable CaptureKind kind;
    private Optional<String> host = Optional.empty();
    private Optional<String> command = Optional.empty();
    private Optional<String> path = Optional.empty();
    private Fidelity fidelity = Fidelity.EXACT;
    private Extent extent = Extent.WHOLE;
    private boolean edited;

    private Builder(Source source, String text, TextMap map) {
      this.source = source;
      this.text = text;
      this.map = map;
    }

    public Builder kind(CaptureKind value) {
      this.kind = value;
      return this;
    }

    public Builder host(Optional<String> value) {
      this.host = value;
      return this;
    }

    public Builder command(Optional<String> value) {
      this.command = value;
      return this;
    }

    public Builder path(Optional<String> value) {
      this.path = value;
      return this;
    }

    public Builder fidelity(Fidelity value) {
      this.fidelity = value;
      return this;
    }

    public Builder extent(Extent value) {
      this.extent = value;
      return this;
    }

    public Capture build() {
      return new Capture(this);
    }
  }
}
