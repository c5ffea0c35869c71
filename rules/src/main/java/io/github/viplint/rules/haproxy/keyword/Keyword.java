package io.github.viplint.rules.haproxy.keyword;

import io.github.viplint.model.haproxy.HaproxyVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * A word in its place.
 *
 * @param word as written; a {@code *} at its end stands for anything: {@code set-var*}
 * @param standings a letter for each of {@link HaproxyVersion#KNOWN}, or one for all of them
 */
public record Keyword(String word, String standings) {

  /** How this release takes it. */
  public Standing in(HaproxyVersion version) {
    return in(release(version));
  }

  /** How the release of this number takes it. */
  public Standing in(int release) {
    return Standing.of(standings.charAt(standings.length() == 1 ? 0 : release));
  }

  /** The number of the release that this one is judged as, for {@link #in(int)}. */
  public static int release(HaproxyVersion version) {
    return Math.max(0, HaproxyVersion.KNOWN.indexOf(version.judgedAs()));
  }

  /** The known releases that start with it, oldest first. */
  public List<HaproxyVersion> releases() {
    List<HaproxyVersion> releases = new ArrayList<>();
    for (int i = 0; i < HaproxyVersion.KNOWN.size(); i++) {
      if (in(i).accepted()) {
        releases.add(HaproxyVersion.KNOWN.get(i));
      }
    }
    return List.copyOf(releases);
  }

  boolean isPrefix() {
    return word.endsWith("*");
  }

  boolean fits(String text) {
    return isPrefix() ? text.startsWith(word.substring(0, word.length() - 1)) : text.equals(word);
  }
}
