package io.github.viplint.intake.archive;

/**
 * What one archive, with all that is nested in it, may ask of us. Generous for a vCenter's support
 * bundle, and nothing that a bomb can live with.
 */
final class Limits {
  /** Archives and compressed files inside of each other. */
  static final int DEEPEST = 8;

  /** Nothing but a bomb is packed so much better than this. */
  static final int RATIO = 400;

  /** A ratio means nothing below so many bytes. */
  static final long SMALL = 32L << 20;

  /** So much may be skipped of a bomb, to get at what stands behind it. */
  static final long SKIPPED = 2L << 30;

  private static final int MOST_MEMBERS = 200_000;
  private static final long MOST_BYTES = 64L << 30;

  private int members;
  private long bytes;

  void member() throws LimitException {
    if (++members > MOST_MEMBERS) {
      throw new LimitException("holds more than " + MOST_MEMBERS + " members");
    }
  }

  void unpacked(long count) throws LimitException {
    bytes += count;
    if (bytes > MOST_BYTES) {
      throw new LimitException("unpacks to more than " + (MOST_BYTES >> 30) + " GB");
    }
  }
}
