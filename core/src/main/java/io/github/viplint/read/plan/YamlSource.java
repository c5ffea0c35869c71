package io.github.viplint.read.plan;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Opens a text as YAML. Who knows YAML is not known here, and is loaded when it is first asked. */
@FunctionalInterface
public interface YamlSource {
  /**
   * A parser of {@code text} that stands before its first token.
   *
   * @throws IOException when it can't be opened
   */
  JsonParser open(String text) throws IOException;
}
