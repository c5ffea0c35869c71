package io.github.viplint.intake;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lines that look like a table or list of a lab's addresses. Words that only mention addresses do
 * not: enough lines must be nothing but a label and an address, and their labels must name more
 * than one thing that only such a lab has.
 *
 * @param end the index behind the last line
 * @param rows how many labels have an address; of a table with several in a line each counts
 * @param named what the lines name
 */
record PlanTable(int end, int rows, Set<Named> named) {
  private static final int FEWEST_ROWS = 3;
  private static final int LONGEST = 400;
  private static final int MOST_LINES = 2000;

  /** So many lines without an address may stand between two with one, outside of a table. */
  private static final int WIDEST_GAP = 4;

  private static final int LONGEST_HEADING = 80;

  private static final String ADDRESS = "\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}";
  private static final String THING =
      "(?:ips?|addr(?:ess)?(?:es)?|gateway|gw|range|subnet|mask|netmask|network|cidr|dns|ntp|servers?"
          + "|ha ?proxy|management|work ?load|front ?end|data ?plane|interface)";
  private static final Pattern BULLET =
      Pattern.compile("\\s{0,40}(?:(?:[-*+\u2022>]|\\d{1,2}[.)])\\s{1,8}){0,3}");
  private static final Pattern LIST_ROW =
      Pattern.compile(
          "[`*\"']{0,3}\\p{L}[\\p{L}\\d _#/.`*\"'-]{1,70}?"
              + "(?:\\s{0,8}[:=]\\s{0,8}[\"'`]?|\\s{1,8}[-\u2013\u2014]\\s{1,8}|\\s{1,8}\\()"
              + ADDRESS
              + "(?<rest>.{0,160})");
  private static final Pattern BARE_ROW =
      Pattern.compile(
          "(?i)\\p{L}[\\p{L}\\d _#/.-]{0,60}?\\b"
              + THING
              + "\\s{1,8}"
              + ADDRESS
              + "(?<rest>.{0,160})");
  private static final Pattern ASSIGNMENTS =
      Pattern.compile(".{0,120}?= ?" + ADDRESS + "[^=]{0,60}= ?" + ADDRESS + ".{0,200}");
  private static final Pattern LABELLED =
      Pattern.compile(
          "\\s{0,8}[*+\u2022-]\\s{1,4}\\p{L}.{0,200}|\\p{L}[\\p{L}\\d _-]{1,40}(?: ?[:=] ?| \\()\\S.{0,80}");
  private static final Pattern CELL = Pattern.compile("[\\s`*\"]{0,8}" + ADDRESS + ".{0,200}");
  private static final Pattern HAS_THING = Pattern.compile("\\b" + THING + "\\b");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
  private static final Pattern BRACKETS = Pattern.compile("\\([^()]{0,200}\\)?");
  private static final int MOST_WORDS_BEHIND = 3;

  /** What only such a lab has. */
  enum Named {
    MANAGEMENT("man+a?gement|\\bmgmt\\b"),
    WORKLOAD("work ?load"),
    FRONTEND("front ?end"),
    BALANCER("load ?balanc|virtual ip|\\bvips?\\b"),
    DATAPLANE("data ?plane"),
    SUPERVISOR("supervisor|ha ?proxy");

    private final Pattern pattern;

    Named(String pattern) {
      this.pattern = Pattern.compile(pattern);
    }
  }

  boolean isPlan() {
    boolean network =
        named.contains(Named.MANAGEMENT)
            || named.contains(Named.WORKLOAD)
            || named.contains(Named.FRONTEND);
    return rows >= FEWEST_ROWS && network && named.size() >= 2;
  }

  static boolean mayBegin(String line) {
    return line.length() <= LONGEST
        && (line.stripLeading().startsWith("|")
            || line.indexOf('\t') > 0 && isCells(line)
            || mayHoldAddress(line) && isRow(line)
            || line.length() <= LONGEST_HEADING && isHeading(line));
  }

  /** An item of a list, or a label with a value that is no address. */
  static boolean mayStandAbove(String line) {
    return line.length() <= LONGEST
        && LABELLED.matcher(line).matches()
        && Verdict.of(line).isEmpty();
  }

  /** A cheap look that spares most lines the patterns. */
  private static boolean mayHoldAddress(String line) {
    for (int dot = line.indexOf('.'); dot > 0; dot = line.indexOf('.', dot + 1)) {
      if (Character.isDigit(line.charAt(dot - 1))) {
        return true;
      }
    }
    return false;
  }

  /** What begins with the line at {@code at}. */
  static PlanTable at(List<Line> lines, int at) {
    Set<Named> named = EnumSet.noneOf(Named.class);
    Set<Named> pending = EnumSet.noneOf(Named.class);
    int rows = 0;
    int end = at;
    int last = Math.min(lines.size(), at + MOST_LINES);
    for (int i = at; i < last && i - end <= WIDEST_GAP; i++) {
      String text = lines.get(i).text();
      if (text.isBlank()) {
        continue;
      }
      if (ends(text)) {
        break;
      }
      if (isTable(text) || isRow(text)) {
        rows += isRow(text) ? values(text) : 0;
        end = i + 1;
        named.addAll(pending);
        named.addAll(namedIn(text));
        pending.clear();
      } else if (isHeading(text)) {
        pending.addAll(namedIn(text));
      } else if (isSentence(text)) {
        break;
      }
    }
    return new PlanTable(end, rows, named);
  }

  private static boolean ends(String text) {
    return Prompt.at(text).isPresent()
        || text.startsWith("-----BEGIN")
        || Verdict.of(text).filter(Verdict::sure).isPresent();
  }

  private static Set<Named> namedIn(String text) {
    String plain = plain(text);
    Set<Named> named = EnumSet.noneOf(Named.class);
    for (Named one : Named.values()) {
      if (one.pattern.matcher(plain).find()) {
        named.add(one);
      }
    }
    return named;
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static boolean isTable(String text) {
    return text.stripLeading().startsWith("|")
        || text.length() <= LONGEST && text.indexOf('\t') > 0 && isCells(text);
  }

  /**
   * A line of a table ends with an address, one of a list holds hardly more than label and value.
   */
  private static boolean isRow(String text) {
    if (text.length() > LONGEST || text.isBlank() || Verdict.of(text).isPresent()) {
      return false;
    }
    if (text.stripLeading().startsWith("|") || text.indexOf('\t') > 0) {
      return isCells(text);
    }
    var bullet = BULLET.matcher(text);
    String line = bullet.lookingAt() ? text.substring(bullet.end()) : text;
    String plain = plain(line);
    if (ASSIGNMENTS.matcher(line).matches()) {
      return HAS_THING.matcher(plain).find();
    }
    for (Pattern form : List.of(LIST_ROW, BARE_ROW)) {
      var row = form.matcher(line);
      if (row.matches()
          && WORD.matcher(BRACKETS.matcher(row.group("rest")).replaceAll(" ")).results().count()
              <= MOST_WORDS_BEHIND) {
        return HAS_THING.matcher(plain.substring(0, row.start("rest"))).find();
      }
    }
    return false;
  }

  /** How many cells hold an address; a line of a list is as one. */
  private static int values(String text) {
    return (int)
        Math.max(
            1, Arrays.stream(cells(text)).filter(cell -> CELL.matcher(cell).matches()).count());
  }

  private static String[] cells(String text) {
    return text.split("[|\\t]");
  }

  private static boolean isCells(String text) {
    String[] cells = cells(text);
    String value = "";
    for (int i = cells.length - 1; i > 0 && value.isEmpty(); i--) {
      value = cells[i].strip();
    }
    return CELL.matcher(value).matches()
        && HAS_THING.matcher(plain(text.substring(0, text.lastIndexOf(value)))).find();
  }

  /** {@code Management network (VLAN 26)}. */
  private static boolean isHeading(String text) {
    return text.length() <= LONGEST_HEADING
        && plain(text).contains("network")
        && !namedIn(text).isEmpty()
        && !isSentence(text);
  }

  private static boolean isSentence(String text) {
    String words = text.strip();
    return WORD.matcher(words).results().count() > 12
        || words.endsWith(".") && WORD.matcher(words).results().count() > 4;
  }
}
