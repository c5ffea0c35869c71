package io.github.viplint.rules.haproxy.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What goes wrong when someone edits a haproxy.cfg. Often haproxy takes the file all the same. */
enum Slip {
  DROP_A_SECTION {
    @Override
    void edit(List<String> lines, int pick) {
      int start = chosen(lines, pick, Slip::opens);
      lines.subList(start, end(lines, start)).clear();
    }
  },
  DROP_A_LINE {
    @Override
    void edit(List<String> lines, int pick) {
      lines.remove(chosen(lines, pick, line -> !opens(line)));
    }
  },
  REPEAT_A_LINE {
    @Override
    void edit(List<String> lines, int pick) {
      int at = chosen(lines, pick, line -> !opens(line));
      lines.add(at, lines.get(at));
    }
  },
  REPEAT_A_SECTION {
    @Override
    void edit(List<String> lines, int pick) {
      int start = chosen(lines, pick, Slip::opens);
      lines.addAll(List.copyOf(lines.subList(start, end(lines, start))));
    }
  },
  SWAP_TWO_LINES {
    @Override
    void edit(List<String> lines, int pick) {
      int at = chosen(lines, pick, line -> !opens(line));
      if (at + 1 < lines.size() && !opens(lines.get(at + 1))) {
        lines.add(at, lines.remove(at + 1));
      }
    }
  },
  RENAME_A_SECTION {
    @Override
    void edit(List<String> lines, int pick) {
      replace(lines, pick, line -> opens(line) && line.contains(" "), "$", "x");
    }
  },
  NAME_SERVERS_ALIKE {
    @Override
    void edit(List<String> lines, int pick) {
      replace(lines, pick, line -> line.contains("server s"), "server s\\d", "server s0");
    }
  },
  LOSE_A_CLOSING_QUOTE {
    @Override
    void edit(List<String> lines, int pick) {
      replace(lines, pick, line -> line.endsWith("\""), "\"$", "");
    }
  },
  WRITE_AN_APOSTROPHE {
    @Override
    void edit(List<String> lines, int pick) {
      replace(lines, pick, line -> true, "$", " it's");
    }
  },
  LOSE_A_CLOSING_BRACE {
    @Override
    void edit(List<String> lines, int pick) {
      replace(lines, pick, line -> line.endsWith(" }"), " }$", "");
    }
  },
  FORGET_THE_BLANK_IN_A_BRACE {
    @Override
    void edit(List<String> lines, int pick) {
      replace(lines, pick, line -> line.contains("{ "), "\\{ ", "{");
    }
  },
  FORGET_THE_BLANK_BEFORE_A_BRACE {
    @Override
    void edit(List<String> lines, int pick) {
      replace(lines, pick, line -> line.endsWith(" }"), " }$", "}");
    }
  },
  NEGATE_A_CONDITION {
    @Override
    void edit(List<String> lines, int pick) {
      replace(lines, pick, line -> line.contains(" if "), " if ", " if !");
    }
  },
  MISSPELL_A_CONDITION {
    @Override
    void edit(List<String> lines, int pick) {
      replace(lines, pick, line -> line.contains(" inside"), " inside", " insde");
    }
  },
  WRITE_A_DOLLAR_IN_QUOTES {
    @Override
    void edit(List<String> lines, int pick) {
      replace(lines, pick, line -> line.endsWith("\""), "\"$", " \\$1\"");
    }
  },
  WRITE_A_BAD_ESCAPE {
    @Override
    void edit(List<String> lines, int pick) {
      replace(lines, pick, line -> line.endsWith("\""), "\"$", " \\\\x4z\"");
    }
  },
  WRITE_TOO_MANY_WORDS {
    @Override
    void edit(List<String> lines, int pick) {
      replace(lines, pick, line -> !opens(line), "$", " w".repeat(64));
    }
  },
  LEAD_TO_A_FRONTEND {
    @Override
    void edit(List<String> lines, int pick) {
      replace(lines, pick, line -> line.contains("_backend b"), "_backend b\\d", "_backend f0");
    }
  },
  LEAD_TO_WHAT_AN_EXPRESSION_SAYS {
    @Override
    void edit(List<String> lines, int pick) {
      replace(
          lines, pick, line -> line.contains("use_backend b"), "_backend b", "_backend %[src]b");
    }
  },
  CHANGE_THE_MODE {
    @Override
    void edit(List<String> lines, int pick) {
      int at = chosen(lines, pick, line -> line.startsWith("backend"));
      lines.add(at + 1, pick % 2 == 0 ? "  mode tcp" : "  mode http");
    }
  },
  DISABLE_A_PROXY {
    @Override
    void edit(List<String> lines, int pick) {
      int at = chosen(lines, pick, line -> line.matches("(backend|frontend).*"));
      lines.add(at + 1, "  disabled");
    }
  },
  MAKE_A_LISTEN_OF_IT {
    @Override
    void edit(List<String> lines, int pick) {
      replace(lines, pick, line -> line.matches("(backend|frontend).*"), "^\\w+", "listen");
    }
  },
  TRACK_A_SERVER_THAT_IS_NONE {
    @Override
    void edit(List<String> lines, int pick) {
      String server = pick % 2 == 0 ? "$1 track b9/s1" : "$1 track s7";
      replace(lines, pick, line -> line.contains("server s"), "(:18\\d+).*", server);
    }
  };

  abstract void edit(List<String> lines, int pick);

  /** The lines with this slip in them; as they are where there is no place for it. */
  List<String> in(List<String> lines, int pick) {
    List<String> edited = new ArrayList<>(lines);
    try {
      edit(edited, pick);
    } catch (NoPlace e) {
      return lines;
    }
    return edited;
  }

  private static final class NoPlace extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static int chosen(List<String> lines, int pick, Predicate<String> fits) {
    int[] places = IntStream.range(0, lines.size()).filter(i -> fits.test(lines.get(i))).toArray();
    if (places.length == 0) {
      throw new NoPlace();
    }
    return places[pick % places.length];
  }

  private static void replace(
      List<String> lines, int pick, Predicate<String> fits, String pattern, String text) {
    int at = chosen(lines, pick, fits);
    lines.set(at, lines.get(at).replaceFirst(pattern, text));
  }

  private static boolean opens(String line) {
    return !line.startsWith(" ");
  }

  private static int end(List<String> lines, int start) {
    int end = start + 1;
    while (end < lines.size() && !opens(lines.get(end))) {
      end++;
    }
    return end;
  }
}
