package io.github.viplint.capture;

/**
 * A place as people read it. Lines and columns count from 1, columns in UTF-16 units; {@code
 * endColumn} is exclusive.
 *
 * @param file the path as given, {@code bundle.tgz!/member}, or {@code -} for standard input
 */
public record Place(String file, int startLine, int startColumn, int endLine, int endColumn) {
  @Override
  public String toString() {
    return file + ":" + startLine + ":" + startColumn;
  }
}
