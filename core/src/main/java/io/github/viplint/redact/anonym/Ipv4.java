package io.github.viplint.redact.anonym;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * IPv4 addresses. The last ten bits stay: networks from /22 on keep their shape whatever else is
 * known, and hosts keep their number.
 */
final class Ipv4 {
  /** With a fifth number, as tcpdump writes ports; what has more is no address. */
  static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![\\d.])(\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}\\.\\d{1,4})(?!\\d)(?!\\.\\d{1,5}\\.\\d)");

  private static final int SHIFT = 32;
  private static final int LAST = 21;

  private static final Pattern CIDR =
      Pattern.compile("(?<![\\d.])(\\d{1,3}(?:\\.\\d{1,3}){3})[ \\t]?/(\\d{1,2})(?![\\d.])");
  private static final Pattern RANGE =
      Pattern.compile(
          "(?<![\\d.])(\\d{1,3}(?:\\.\\d{1,3}){3}) ?[-\\u2013] ?(\\d{1,3}(?:\\.\\d{1,3}){3})(?![\\d.])");
  private static final Pattern MASK =
      Pattern.compile("(?<![\\d.])(255\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3})(?![\\d.])");

  /** A line of a list that iproute2 would complete: {@code 10.1/16}. */
  static final Pattern SHORT =
      Pattern.compile("(?m)^([ \\t]*)(\\d{1,3}(?:\\.\\d{1,3}){1,2})(?=/\\d{1,2}[ \\t]*\\r?$)");

  /** RFC 1918 and RFC 6598: what lies in them stays in them. */
  private static final List<Node> PRIVATE =
      Stream.of(
              cidr("10.0.0.0", 8),
              cidr("172.16.0.0", 12),
              cidr("192.168.0.0", 16),
              cidr("100.64.0.0", 10))
          .toList();

  /** IANA's special-purpose registry, multicast, and what netmasks look like. */
  private static final List<Node> SPECIAL =
      Stream.of(
              cidr("0.0.0.0", 8),
              cidr("127.0.0.0", 8),
              cidr("169.254.0.0", 16),
              cidr("192.0.0.0", 24),
              cidr("192.0.2.0", 24),
              cidr("192.88.99.0", 24),
              cidr("198.18.0.0", 15),
              cidr("198.51.100.0", 24),
              cidr("203.0.113.0", 24),
              cidr("224.0.0.0", 4),
              cidr("240.0.0.0", 4))
          .toList();

  private final PrefixPermutation permutation;

  Ipv4(Keyed keyed) {
    this.permutation = new PrefixPermutation(keyed, "ipv4", 0, LAST, PRIVATE, SPECIAL);
  }

  private static Node cidr(String address, int length) {
    return Node.of(value(address), length);
  }

  /** Left-aligned; a number that no address has counts as zero. */
  private static long value(String address) {
    long value = 0;
    String[] parts = address.split("\\.");
    for (int i = 0; i < 4; i++) {
      value = value << 8 | (i < parts.length ? part(parts[i]) : 0);
    }
    return value << SHIFT;
  }

  /** With a zero in front it is octal, as inet_aton(3) reads it. */
  private static int part(String digits) {
    boolean octal = digits.length() > 1 && digits.charAt(0) == '0' && digits.matches("[0-7]+");
    int value = Integer.parseInt(digits, octal ? 8 : 10);
    return value > 255 ? 0 : value;
  }

  /** Learns which networks and ranges are to stay ones. */
  void learn(String text) {
    Matcher cidr = CIDR.matcher(text);
    while (cidr.find()) {
      permutation.keepNetwork(value(cidr.group(1)), Integer.parseInt(cidr.group(2)));
    }
    Matcher range = RANGE.matcher(text);
    while (range.find()) {
      permutation.keepRange(value(range.group(1)), value(range.group(2)));
    }
    Matcher mask = MASK.matcher(text);
    for (int from = 0; mask.find(from); from = mask.end()) {
      int length = Long.bitCount(value(mask.group(1)));
      Matcher address =
          ADDRESS.matcher(text).region(lineStart(text, mask.start()), lineEnd(text, mask.end()));
      while (length <= LAST && address.find()) {
        permutation.keepNetwork(value(address.group(1)), length);
      }
    }
  }

  private static int lineStart(String text, int at) {
    return text.lastIndexOf('\n', at) + 1;
  }

  private static int lineEnd(String text, int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  /** What takes its place: as many numbers, written in the same way. */
  String of(String address) {
    return with(address, "\\.", ".");
  }

  /** The same for an address in a name: {@code 10-9-0-1}, {@code 10_9_0_1}. */
  String of(String address, char separator) {
    return with(address, Pattern.quote(String.valueOf(separator)), String.valueOf(separator));
  }

  private String with(String address, String split, String separator) {
    String[] parts = address.split(split);
    long image = permutation.of(value(String.join(".", parts)));
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      int own = (int) (image >>> (Long.SIZE - 8 * (i + 1))) & 0xFF;
      out.append(i == 0 ? "" : separator).append(written(parts[i], own));
    }
    return out.toString();
  }

  private static String written(String part, int image) {
    int value = Integer.parseInt(part);
    boolean padded = part.length() > 1 && part.charAt(0) == '0';
    if (value > 255 && !padded || part(part) == image) {
      return part;
    }
    return padded ? "0" + Integer.toOctalString(image) : String.valueOf(image);
  }
}
