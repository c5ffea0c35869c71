package io.github.viplint.rules.encoding;

import io.github.viplint.lint.Fix;
import java.util.ArrayList;
import java.util.List;

/** The mark that some editors put before the first line of a file. */
public final class ByteOrderMark {
  /** What to do about it, in a few words. */
  public static final String HELP = "save the file as UTF-8 without byte order mark";

  private ByteOrderMark() {}

  /**
   * Takes it out. No edit of the text can do it: the mark is no part of it.
   *
   * @param file on the appliance
   * @param restart the commands that make it take effect
   */
  public static Fix removed(String file, List<String> restart) {
    List<String> commands = new ArrayList<>();
    commands.add("sed -i '1s/^\\xEF\\xBB\\xBF//' " + file);
    commands.addAll(restart);
    return Fix.of(HELP, Fix.Safety.MANUAL, List.of(), commands);
  }
}
