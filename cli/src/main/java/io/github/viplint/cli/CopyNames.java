package io.github.viplint.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names for the files of a copy that every file system takes, no two of them the same. */
final class CopyNames {
  private static final int LONGEST = 120;
  private static final Set<String> RESERVED =
      Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "lpt1", "lpt2", "lpt3");

  private final Set<String> files = new HashSet<>();
  private final Set<String> folders = new HashSet<>();

  /**
   * @param place as the input calls it
   * @return relative, with slashes, and no part that leads anywhere else
   */
  String of(String place) {
    List<String> parts = new ArrayList<>();
    for (String part : place.replace('\\', '/').split("/")) {
      if (!part.isBlank() && !part.equals(".")) {
        parts.add(harmless(part));
      }
    }
    if (parts.isEmpty()) {
      parts.add("file");
    }
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      name.append(i == 0 ? "" : "/");
      boolean last = i == parts.size() - 1;
      name.append(free(name.toString(), parts.get(i), last));
      (last ? files : folders).add(key(name.toString()));
    }
    return name.toString();
  }

  /** A folder can't be called as a file is; letters of either case are the same to some. */
  private String free(String above, String part, boolean file) {
    String free = part;
    for (int i = 2;
        files.contains(key(above + free)) || file && folders.contains(key(above + free));
        i++) {
      free = part + "-" + i;
    }
    return free;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String harmless(String part) {
    StringBuilder name = new StringBuilder();
    part.codePoints()
        .limit(LONGEST)
        .forEach(
            c -> {
              boolean bad = "<>:\"|?*".indexOf(c) >= 0 || Character.isISOControl(c) || !isShown(c);
              name.appendCodePoint(bad ? '_' : c);
            });
    while (name.length() > 0 && ". ".indexOf(name.charAt(name.length() - 1)) >= 0) {
      name.setCharAt(name.length() - 1, '_');
    }
    boolean hidden = name.length() > 0 && name.charAt(0) == '.';
    boolean reserved = RESERVED.contains(name.toString().toLowerCase(Locale.ROOT));
    return hidden || reserved ? "_" + name : name.toString();
  }

  private static boolean isShown(int c) {
    int type = Character.getType(c);
    return type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.UNASSIGNED
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }
}
