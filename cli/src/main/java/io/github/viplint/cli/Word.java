package io.github.viplint.cli;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;

/**
 * The value of an option that is one word out of a few; a shell completes it, and a wrong one is
 * answered with the nearest.
 *
 * @param <T> what a word stands for
 */
abstract class Word<T> implements ITypeConverter<T>, Iterable<String> {
  private final String noun;
  private final List<String> words;
  private final Function<String, T> meaning;

  /**
   * @param noun what the words name
   * @param meaning of each of the words
   */
  Word(String noun, List<String> words, Function<String, T> meaning) {
    this.noun = noun;
    this.words = List.copyOf(words);
    this.meaning = meaning;
  }

  @Override
  public final T convert(String value) {
    return meaning.apply(Choice.of(noun, value, words));
  }

  @Override
  public final Iterator<String> iterator() {
    return words.iterator();
  }
}
