package io.github.viplint.capture;

import java.util.List;

/**
 * What became of one source: the captures cut out of it, and the lines that are in none.
 *
 * @param ignored how many lines are prompts, commands, headings, banners or blank
 * @param strays the lines (from 1) that belong to no capture and were not understood
 */
public record SourceAccount(
    Source source, List<Capture> captures, int ignored, List<Integer> strays) {
  public SourceAccount {
    captures = List.copyOf(captures);
    strays = List.copyOf(strays);
  }
}
