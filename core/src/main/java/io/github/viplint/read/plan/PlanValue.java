package io.github.viplint.read.plan;

import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv4.IPv4Address;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.Cidr;
import io.github.viplint.read.line.UnreadableLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address or range as people and tools write it in a plan: {@code a}, {@code a/n}, {@code a -
 * b}, {@code a–b}, {@code a.b.c.x-y}, {@code a:port}, several with commas between them.
 *
 * @param range of {@code a/n} the whole subnet, except where the wizard's count was meant
 * @param cidr of {@code a/n}, host bits kept
 */
record PlanValue(AddressRange range, Optional<Cidr> cidr, OptionalInt port, PlanText text) {
  private static final int MOST = 1000;
  private static final int LONGEST = 1 << 16;
  private static final String V4 = "\\d{1,3}(?:\\.\\d{1,3}){3}";
  private static final Pattern ELEMENT =
      Pattern.compile(
          "(?<v4>"
              + V4
              + ")(?:\\s{0,3}/\\s{0,3}(?<length>\\d{1,5})(?![\\d.])"
              + "|\\s{0,5}(?:-|\u2013|\u2014|to\\b|bis\\b)\\s{0,5}(?<last>"
              + V4
              + "|\\d{1,3})(?![\\d./])"
              + "|:(?<port>\\d{1,5}))?+(?![\\d.]\\d|/)"
              + "|(?<v6>[0-9a-fA-F]{0,4}:[0-9a-fA-F:]{1,40}(?:/\\d{1,3})?)");
  private static final Pattern BETWEEN =
      Pattern.compile("[\\s,;\"'\\[\\]]{0,20}(?:(?:and|&|\\+)\\s{1,5})?");

  /** What may follow the addresses: a remark, in which no other address stands outside brackets. */
  private static final Pattern REMARK =
      Pattern.compile("(?:[\\s.,;\"'\\]`*)(].*)?", Pattern.DOTALL);

  private static final Pattern BRACKETS = Pattern.compile("\\([^()]{0,400}\\)");
  private static final Pattern ADDRESS_LIKE = Pattern.compile("\\d\\s{0,3}[./]\\s{0,3}\\d");
  private static final Pattern TEMPLATE =
      Pattern.compile(".*(?:\\{\\{|\\$\\{|\\$\\(|<\\w|%\\w+%).*", Pattern.DOTALL);
  private static final Set<String> NOTHING =
      Set.of("", "null", "none", "n/a", "na", "-", "--", "tbd", "?", "dhcp", "default", "false");

  /**
   * The addresses of a value; none where nothing is set or a name stands in their place.
   *
   * @throws UnreadableLine when it is no such value
   */
  static List<PlanValue> read(PlanText text, Field field) throws UnreadableLine {
    String all = text.text();
    if (all.length() > LONGEST) {
      throw new UnreadableLine("the value is too long to be read");
    }
    if (NOTHING.contains(all.strip().toLowerCase(Locale.ROOT))) {
      return List.of();
    }
    if (TEMPLATE.matcher(all).matches()) {
      throw new UnreadableLine("a placeholder stands here, so this part of the plan is open");
    }
    if (!ADDRESS_LIKE.matcher(all).find() && all.indexOf(':') < 0) {
      if (field.mayBeName()) {
        return List.of();
      }
      throw new UnreadableLine("no address stands here");
    }
    List<PlanValue> values = new ArrayList<>();
    Matcher between = BETWEEN.matcher(all);
    Matcher element = ELEMENT.matcher(all);
    int at = 0;
    while (values.size() < MOST) {
      between.region(at, all.length());
      int from = between.lookingAt() ? between.end() : at;
      element.region(from, all.length()).useTransparentBounds(true);
      if (!element.lookingAt()) {
        break;
      }
      values.add(element(element, text.part(element.start(), element.end()), field));
      at = element.end();
    }
    String rest = all.substring(at);
    boolean remark =
        REMARK.matcher(rest).matches()
            && !ADDRESS_LIKE.matcher(BRACKETS.matcher(rest).replaceAll(" ")).find();
    if (values.isEmpty() && field.mayBeName() && isName(all)) {
      return List.of();
    }
    if (values.isEmpty() || !remark) {
      throw new UnreadableLine("this can't be read as addresses");
    }
    return values;
  }

  private static boolean isName(String text) {
    return text.chars().anyMatch(Character::isLetter);
  }

  private static PlanValue element(Matcher found, PlanText text, Field field)
      throws UnreadableLine {
    if (found.group("v6") != null) {
      Cidr cidr = AddressText.cidrOrAddress(found.group("v6")).orElseThrow(PlanValue::noAddress);
      boolean single = found.group("v6").indexOf('/') < 0;
      return new PlanValue(
          cidr.range(), single ? Optional.empty() : Optional.of(cidr), OptionalInt.empty(), text);
    }
    IPAddress first = AddressText.address(found.group("v4")).orElseThrow(PlanValue::noAddress);
    if (found.group("length") != null) {
      return slashed(first, Integer.parseInt(found.group("length")), text, field);
    }
    OptionalInt port =
        found.group("port") == null
            ? OptionalInt.empty()
            : OptionalInt.of(Integer.parseInt(found.group("port")));
    if (port.orElse(0) > 65535) {
      throw new UnreadableLine("no such port");
    }
    AddressRange range =
        found.group("last") == null
            ? AddressRange.of(first)
            : upTo(first, last(first, found.group("last")));
    return new PlanValue(range, Optional.empty(), port, text);
  }

  /** {@code 10.0.0.10-20} leaves out what is the same. */
  private static IPAddress last(IPAddress first, String text) throws UnreadableLine {
    String whole =
        text.indexOf('.') >= 0
            ? text
            : first.toString().substring(0, first.toString().lastIndexOf('.') + 1) + text;
    return AddressText.address(whole).orElseThrow(PlanValue::noAddress);
  }

  private static AddressRange upTo(IPAddress first, IPAddress last) throws UnreadableLine {
    if (first.compareTo(last) > 0) {
      throw new UnreadableLine("the range ends before it begins");
    }
    return new AddressRange(first, last);
  }

  /** A subnet, or what the wizard shows as first address and count: 10.10.18.19/11. */
  private static PlanValue slashed(IPAddress first, int number, PlanText text, Field field)
      throws UnreadableLine {
    boolean subnet = number <= 32 && (!field.counts() || !new Cidr(first, number).hasHostBits());
    if (!subnet && !field.counts()) {
      throw new UnreadableLine("no prefix is longer than /32");
    }
    if (!subnet) {
      return new PlanValue(counted(first, number), Optional.empty(), OptionalInt.empty(), text);
    }
    Cidr cidr = new Cidr(first, number);
    return new PlanValue(cidr.range(), Optional.of(cidr), OptionalInt.empty(), text);
  }

  /**
   * So many addresses from {@code first} on.
   *
   * @throws UnreadableLine when there are not so many
   */
  static AddressRange counted(IPAddress first, long count) throws UnreadableLine {
    if (!first.isIPv4() || count < 1) {
      throw new UnreadableLine("no such count of addresses");
    }
    long last = first.toIPv4().longValue() + count - 1;
    if (last > 0xFFFF_FFFFL) {
      throw new UnreadableLine("there are not so many addresses");
    }
    return new AddressRange(first, new IPv4Address((int) last));
  }

  private static UnreadableLine noAddress() {
    return new UnreadableLine("there is no such address");
  }
}
