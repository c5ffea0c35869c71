package io.github.viplint.report;

import java.net.URI;
import java.net.URISyntaxException;

/** A file as given, as a URI: relative where it was given so. Opens nothing. */
final class FileUri {
  private FileUri() {}

  /**
   * {@code lab a/anyip-routes.cfg} becomes {@code lab%20a/anyip-routes.cfg}, {@code /tmp/x} becomes
   * {@code file:///tmp/x}, {@code C:\x} becomes {@code file:///C:/x}.
   */
  static String of(String file) {
    String path = file.replace('\\', '/');
    boolean drive = path.matches("[A-Za-z]:/.*");
    try {
      if (path.startsWith("/") || drive) {
        return new URI("file", "", drive ? "/" + path : path, null).toASCIIString();
      }
      // a colon in the first part would make a scheme of it
      int slash = path.indexOf('/');
      String first = slash < 0 ? path : path.substring(0, slash);
      String relative = first.indexOf(':') < 0 ? path : "./" + path;
      return new URI(null, null, relative, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("every path makes a URI", e);
    }
  }
}
