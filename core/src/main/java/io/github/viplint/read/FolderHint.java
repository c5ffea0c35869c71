package io.github.viplint.read;

import io.github.viplint.capture.Capture;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of several hosts a capture is of, by the name that someone gave to its folder, its bundle
 * or its file: {@code lb01/etc/vmware/x}, {@code haproxy-support-lb01.tgz}, {@code
 * lb01-ip-rule.txt}.
 */
final class FolderHint {
  private FolderHint() {}

  /**
   * @param names of hosts, in lower case
   * @return the only one that is meant
   */
  static Optional<String> of(Capture capture, Collection<String> names) {
    // the tool that packs the bundle is called haproxy-support on every host
    String given = given(capture).toLowerCase(Locale.ROOT).replace("haproxy-support", "");
    List<String> meant = names.stream().filter(name -> holds(given, name)).toList();
    // lb01 is also in lb01-b
    List<String> longest =
        meant.stream()
            .filter(name -> meant.stream().noneMatch(other -> other != name && holds(other, name)))
            .toList();
    return longest.size() == 1 ? Optional.of(longest.get(0)) : Optional.empty();
  }

  /** What people named, without what the path is on every host. */
  private static String given(Capture capture) {
    String file = capture.source().file().replace('\\', '/');
    String path = capture.path().orElse("");
    if (!path.isEmpty() && file.endsWith(path)) {
      return file.substring(0, file.length() - path.length());
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    return !name.isEmpty() && file.endsWith(name)
        ? file.substring(0, file.length() - name.length())
        : file;
  }

  /** Whether the name stands there as a word. */
  private static boolean holds(String text, String name) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
          && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }
}
