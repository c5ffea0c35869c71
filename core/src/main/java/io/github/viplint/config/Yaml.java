package io.github.viplint.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;

/** YAML of strangers: bounded in depth and length. Aliases are never followed. */
public final class Yaml {
  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder().maxNestingDepth(100).maxStringLength(1 << 20).build();

  private Yaml() {}

  /**
   * A parser of {@code text} that stands before its first token.
   *
   * @throws IOException when it can't be opened
   */
  public static JsonParser parser(String text) throws IOException {
    return YAMLFactory.builder().streamReadConstraints(BOUNDS).build().createParser(text);
  }
}
