package io.github.viplint.model.haproxy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release series of haproxy, {@code 2.2}: within one, what a configuration may say does not
 * change.
 */
public record HaproxyVersion(int major, int minor) implements Comparable<HaproxyVersion> {
  /** What the appliance ships: 2.2.2. */
  public static final HaproxyVersion OF_APPLIANCE = new HaproxyVersion(2, 2);

  /**
   * The releases that viplint knows, oldest first: the long-term ones since the appliance's, and
   * the newest whose behaviour was measured.
   */
  public static final List<HaproxyVersion> KNOWN =
      List.of(
          OF_APPLIANCE,
          new HaproxyVersion(2, 4),
          new HaproxyVersion(2, 6),
          new HaproxyVersion(2, 8),
          new HaproxyVersion(3, 0),
          new HaproxyVersion(3, 2),
          new HaproxyVersion(3, 5));

  private static final Pattern TEXT = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:[.-].*)?");

  /** {@code 2.2}, {@code 2.2.2} or {@code 3.5-dev5}; empty for anything else. */
  public static Optional<HaproxyVersion> of(String text) {
    Matcher version = TEXT.matcher(text);
    return version.matches()
        ? Optional.of(
            new HaproxyVersion(
                Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2))))
        : Optional.empty();
  }

  public boolean isAtLeast(int major, int minor) {
    return this.major > major || this.major == major && this.minor >= minor;
  }

  /** The known release that it is judged as: itself, else the one before it, else the oldest. */
  public HaproxyVersion judgedAs() {
    HaproxyVersion judged = OF_APPLIANCE;
    for (HaproxyVersion known : KNOWN) {
      judged = known.compareTo(this) <= 0 ? known : judged;
    }
    return judged;
  }

  /** Whether it lies between the oldest and the newest known release. */
  public boolean isKnown() {
    return KNOWN.get(0).compareTo(this) <= 0 && compareTo(KNOWN.get(KNOWN.size() - 1)) <= 0;
  }

  @Override
  public int compareTo(HaproxyVersion other) {
    return major != other.major
        ? Integer.compare(major, other.major)
        : Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
