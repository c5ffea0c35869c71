package io.github.viplint.intake.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Whether a member of a zip is a link. The zip says so in the directory at its end only (the upper
 * half of the external attributes, APPNOTE 4.4.15), which a stream has not seen yet; what the
 * member holds is the name of the target and nothing else, not even a newline.
 */
final class ZipLink {
  private static final int LONGEST = 1024;

  /** Not a range of addresses, which has a slash too. */
  private static final Pattern TARGET =
      Pattern.compile("(?:\\.{0,2}/)?(?:[A-Za-z_.][\\w.@+-]*/)*[A-Za-z_][\\w.@+-]*");

  private ZipLink() {}

  /**
   * @param content is where it was afterwards
   */
  static boolean is(BufferedInputStream content) throws IOException {
    content.mark(LONGEST + 1);
    try {
      String text = new String(content.readNBytes(LONGEST + 1), StandardCharsets.UTF_8);
      content.reset();
      return text.length() <= LONGEST && text.indexOf('/') >= 0 && TARGET.matcher(text).matches();
    } catch (IOException | RuntimeException e) { // who reads it will meet the same
      content.reset();
      return false;
    }
  }
}
