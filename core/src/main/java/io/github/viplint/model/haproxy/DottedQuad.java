package io.github.viplint.model.haproxy;

/**
 * {@code 10.0.0.1} as a number. A haproxy.cfg may hold a hundred thousand of these; the library
 * that reads every other form takes forty times as long.
 */
final class DottedQuad {
  private DottedQuad() {}

  /** The address; -1 for anything but four decimal numbers without leading zeros. */
  static long value(String text) {
    if (text.length() > 15) {
      return -1;
    }
    long value = 0;
    int octet = -1;
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && octet >= 0 && dots < 3) {
        value = value << 8 | octet;
        octet = -1;
        dots++;
      } else if (c >= '0' && c <= '9' && octet != 0) {
        octet = octet < 0 ? c - '0' : 10 * octet + c - '0';
        if (octet > 255) {
          return -1;
        }
      } else {
        return -1;
      }
    }
    return dots == 3 && octet >= 0 ? value << 8 | octet : -1;
  }
}
