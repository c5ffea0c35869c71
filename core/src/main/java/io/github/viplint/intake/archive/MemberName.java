package io.github.viplint.intake.archive;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of members: harmless ones, and what they tell. */
public final class MemberName {
  private static final int LONGEST = 1024;
  private static final int DEEPEST = 64;
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
  private static final Set<String> COMPRESSED = Set.of("gz", "bz2", "xz", "zst", "zstd");
  private static final Set<String> PACKED_TAR = Set.of("tgz", "tbz", "tbz2", "txz", "tzst");

  /** Programs and documents that are zips inside. */
  private static final Pattern OTHER_ZIP =
      Pattern.compile(".+\\.(?:jar|war|ear|vib|apk|docx|xlsx|pptx|odt|whl)");

  private MemberName() {}

  /** Why a member of this name is not read. */
  static Optional<String> problem(String name) {
    if (name.length() > LONGEST) {
      return Optional.of("has a name of more than " + LONGEST + " characters");
    }
    List<String> parts = List.of(name.replace('\\', '/').split("/"));
    if (parts.size() > DEEPEST) {
      return Optional.of("is nested in more than " + DEEPEST + " folders");
    }
    if (parts.contains("..") || name.startsWith("/") || name.startsWith("\\")) {
      return Optional.of("has a name that leads out of the archive, and was not read");
    }
    if (DRIVE.matcher(name).matches()) {
      return Optional.of("has a name that leads to a drive, and was not read");
    }
    if (name.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
      return Optional.of("has control characters in its name, and was not read");
    }
    return Optional.empty();
  }

  /** The name without {@code ./} in front. */
  static String plain(String name) {
    String plain = name;
    while (plain.startsWith("./")) {
      plain = plain.substring(2);
    }
    return plain;
  }

  /** What is in a compressed file of this name: {@code a.log} in {@code a.log.gz}. */
  public static String unpacked(String name) {
    int dot = name.lastIndexOf('.');
    if (dot < 1) {
      return name;
    }
    String ending = name.substring(dot + 1);
    if (COMPRESSED.contains(ending)) {
      return name.substring(0, dot);
    }
    return PACKED_TAR.contains(ending) ? name.substring(0, dot) + ".tar" : name;
  }

  /** Whether an archive is in it, by its name, or may be. */
  static boolean mayHoldMembers(String name) {
    String unpacked = unpacked(name);
    return unpacked.endsWith(".tar") || unpacked.equals(name);
  }

  static boolean isNoBundle(String name) {
    return OTHER_ZIP.matcher(name).matches();
  }
}
