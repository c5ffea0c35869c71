package io.github.viplint.read.net;

/** A search domain as it is written in network settings. */
final class Domain {
  private Domain() {}

  /** Without the {@code ~} that makes it a routing domain, and without a leading dot. */
  static String plain(String text) {
    String domain = text.startsWith("~") ? text.substring(1) : text;
    return domain.startsWith(".") ? domain.substring(1) : domain;
  }
}
