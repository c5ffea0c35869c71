package io.github.viplint.intake.archive;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file that vCenter cut into pieces: {@code vc-support.tar.gz.FRAG-00002}.
 *
 * @param whole the name of the file
 * @param number of the part, from 0
 */
public record Fragment(String whole, int number) {
  private static final Pattern NAME = Pattern.compile("(.+)\\.FRAG-(\\d{1,6})", Pattern.DOTALL);

  /** The part that a file of this name is. */
  public static Optional<Fragment> of(String name) {
    if (!name.contains(".FRAG-")) {
      return Optional.empty();
    }
    Matcher matcher = NAME.matcher(name);
    return matcher.matches()
        ? Optional.of(new Fragment(matcher.group(1), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** Whether {@code other} comes right behind this part. */
  public boolean isBefore(Fragment other) {
    return other.whole.equals(whole) && other.number == number + 1;
  }
}
