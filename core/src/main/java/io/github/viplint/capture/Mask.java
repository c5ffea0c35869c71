package io.github.viplint.capture;

import java.util.List;

/**
 * Hides secrets in what is shown of a source. The one implementation that knows secrets is in the
 * redact package; a source without one uses {@link #NONE}.
 */
@FunctionalInterface
public interface Mask {
  Mask NONE = (text, start, end) -> text.substring(start, end);

  /**
   * The part of {@code text} from {@code start} (inclusive) to {@code end} (exclusive), with every
   * secret in it replaced.
   *
   * @param text the whole text of one source
   */
  String shown(String text, int start, int end);

  /**
   * Where secrets stand in a text by their form, in order and apart.
   *
   * @param text the whole text of one source
   */
  default List<Secret> secrets(String text) {
    return List.of();
  }
}
