package io.github.viplint.read.log;

/** How one kind of log writes its records. Belongs to one thread. */
interface LogFormat {

  /**
   * Whether a record begins at {@code from}. Asked of every line, so it looks at a few characters
   * only; a line that does not begin like a record goes on with the record before.
   */
  boolean begins(String text, int from, int to);

  /**
   * Takes a record apart.
   *
   * @param record begins like a record; its lines are joined
   */
  LogHead head(String record);

  /**
   * Whether a record is fields and values. The message need not stand in it as it is, and its line
   * breaks mean something.
   */
  default boolean structured() {
    return false;
  }
}
