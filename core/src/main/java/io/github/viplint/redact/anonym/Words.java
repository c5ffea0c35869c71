package io.github.viplint.redact.anonym;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words of what viplint reads: keywords of configurations, what tools print, what everybody
 * calls such machines. They say nothing of whose lab it is, and stay.
 */
final class Words {
  private final Set<String> words;

  private Words(Set<String> words) {
    this.words = words;
  }

  static Words read() {
    try (InputStream in = Words.class.getResourceAsStream("words.txt")) {
      return new Words(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(String word) {
    return words.contains(word.toLowerCase(Locale.ROOT));
  }
}
