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

  private final Set<String> taken = new HashSet<>();

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
    String name = parts.isEmpty() ? "file" : String.join("/", parts);
    String free = name;
    for (int i = 2; !isFree(free); i++) {
      free = name + "-" + i;
    }
    return free;
  }

  /** A folder must not be called as a file is; letters of either case are the same to some. */
  private boolean isFree(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    for (int slash = key.indexOf('/'); slash > 0; slash = key.indexOf('/', slash + 1)) {
      if (taken.contains(key.substring(0, slash))) {
        return false;
      }
    }
    if (taken.stream().anyMatch(other -> other.startsWith(key + "/"))) {
      return false;
    }
    return taken.add(key);
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
