package io.github.viplint.twin.appliance;

import java.util.Locale;

/** What a service made of one line of its file when it started, before it took anything back. */
public enum LineOutcome {
  ADDED,
  /** The service finds what the line asks for, and goes on. */
  EXISTS,
  /** iproute2 can't parse it or the kernel refuses it; the service ends here. */
  REJECTED,
  /** Behind a line that was rejected. */
  NOT_REACHED,
  /** A comment or a blank line. */
  IGNORED,
  /** The last line, without a newline: {@code read} drops it. */
  UNREAD;

  /** As reports spell it: {@code not-reached}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
