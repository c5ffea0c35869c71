package io.github.viplint.capture;

/** How far the bytes of a capture can be trusted. */
public enum Fidelity {
  /** A file or an archive member: every byte is as it was on the host. */
  EXACT,
  /**
   * Copied from a terminal, a mail or a ticket: blanks and line ends may have changed on the way.
   */
  PASTED
}
