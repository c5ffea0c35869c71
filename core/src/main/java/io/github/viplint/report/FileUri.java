package io.github.viplint.report;

import java.nio.charset.StandardCharsets;

/** A file as given, as a URI: relative where it was given so. Opens nothing. */
final class FileUri {
  /** What may stand in a path as it is, besides letters and digits (RFC 3986, pchar and slash). */
  private static final String PLAIN = "-._~!$&'()*+,;=:@/";

  private FileUri() {}

  /**
   * {@code lab a/anyip-routes.cfg} becomes {@code lab%20a/anyip-routes.cfg}, {@code /tmp/x} becomes
   * {@code file:///tmp/x}, {@code C:\x} becomes {@code file:///C:/x}.
   */
  static String of(String file) {
    String path = file.replace('\\', '/');
    if (path.startsWith("/")) {
      return "file://" + encoded(path);
    }
    if (path.matches("[A-Za-z]:/.*")) {
      return "file:///" + encoded(path);
    }
    // a colon in the first part would make a scheme of it
    int slash = path.indexOf('/');
    String first = slash < 0 ? path : path.substring(0, slash);
    return encoded(first.indexOf(':') < 0 ? path : "./" + path);
  }

  /** Not by {@code java.net.URI}: its ASCII form composes characters, and names another file. */
  private static String encoded(String path) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      boolean plain = c < 0x80 && Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0;
      encoded.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
    }
    return encoded.toString();
  }
}
