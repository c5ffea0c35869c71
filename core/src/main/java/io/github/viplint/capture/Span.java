package io.github.viplint.capture;

/**
 * A stretch of a capture's text, {@code start} inclusive, {@code end} exclusive, in UTF-16 units.
 * Every fact of the model carries the span that it was read from.
 */
public record Span(Capture capture, int start, int end) {
  public Span {
    if (start < 0 || end < start || end > capture.text().length()) {
      throw new IllegalArgumentException("span " + start + ".." + end + " outside its capture");
    }
  }

  /** The raw text. For readers and rules; what a person sees is {@link #shown}. */
  public String text() {
    return capture.text().substring(start, end);
  }

  /** The text with secrets masked. */
  public String shown() {
    return capture.shown(this);
  }

  /** Where it stands in the file or paste that the user has. */
  public Place place() {
    return capture.place(this);
  }

  /** From the start of this span to the end of {@code other}, of the same capture. */
  public Span to(Span other) {
    return new Span(capture, start, other.end);
  }

  @Override
  public String toString() {
    return place().toString();
  }
}
