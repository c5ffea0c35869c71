package io.github.viplint.redact.anonym;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Other words in place of those that people made up, the same for the same. */
final class Names {
  static final Pattern UUID_TEXT =
      Pattern.compile(
          "(?<![0-9a-fA-F])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-fA-F])");

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");
  private static final String CONSONANTS = "bdfgklmnprstvz";
  private static final String VOWELS = "aeiou";
  private static final int SYLLABLES = 4;

  private final Keyed keyed;
  private final Set<String> known;
  private final Map<String, String> images = new HashMap<>();

  Names(Keyed keyed, Set<String> known) {
    this.keyed = keyed;
    this.known = known;
  }

  /** {@code text} with other names. */
  String in(String text) {
    if (known.isEmpty()) {
      return text;
    }
    Matcher word = WORD.matcher(text);
    StringBuilder out = null;
    int from = 0;
    while (word.find()) {
      String stem = NameSearch.stem(word.group());
      if (!known.contains(stem)) {
        continue;
      }
      if (out == null) {
        out = new StringBuilder(text.length() + 64);
      }
      int end = word.start() + stem.length();
      out.append(text, from, word.start());
      out.append(
          cased(images.computeIfAbsent(stem, this::image), text.substring(word.start(), end)));
      from = end;
    }
    return out == null ? text : out.append(text, from, text.length()).toString();
  }

  private String image(String stem) {
    byte[] bytes = keyed.of("name", stem);
    StringBuilder image = new StringBuilder();
    for (int i = 0; i < SYLLABLES; i++) {
      image.append(CONSONANTS.charAt((bytes[2 * i] & 0xFF) % CONSONANTS.length()));
      image.append(VOWELS.charAt((bytes[2 * i + 1] & 0xFF) % VOWELS.length()));
    }
    return image.toString();
  }

  private static String cased(String image, String as) {
    if (!as.equals(as.toLowerCase(Locale.ROOT))) {
      return as.equals(as.toUpperCase(Locale.ROOT))
          ? image.toUpperCase(Locale.ROOT)
          : Character.isUpperCase(as.charAt(0))
              ? Character.toUpperCase(image.charAt(0)) + image.substring(1)
              : image;
    }
    return image;
  }

  /** Another UUID: vCenter names a Supervisor so. */
  String uuid(String uuid) {
    return UUID.nameUUIDFromBytes(keyed.of("uuid", uuid)).toString();
  }
}
