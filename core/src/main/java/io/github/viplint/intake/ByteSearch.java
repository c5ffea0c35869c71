package io.github.viplint.intake;

/** What makes a line of a log worth keeping, looked for in its bytes. */
@FunctionalInterface
public interface ByteSearch {

  /** Where it first begins in {@code bytes[from, to)}; -1 when it is not there. */
  int find(byte[] bytes, int from, int to);
}
