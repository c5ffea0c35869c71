package io.github.viplint.rules.haproxy;

import io.github.viplint.model.haproxy.SyntaxFault;

/**
 * What to say about a fault.
 *
 * @param what is wrong, without what comes of it
 * @param message what haproxy says
 * @param cure what to do, an imperative
 */
record SyntaxWords(String what, String message, String cure) {
  static SyntaxWords of(SyntaxFault.Kind kind) {
    return switch (kind) {
      case UNMATCHED_QUOTE ->
          words("a quote is opened and not closed", "unmatched quote", "close the quote");
      case UNMATCHED_BRACE ->
          words(
              "the brace of a variable is not closed",
              "unmatched brace in environment variable name",
              "write ${NAME}, or put the text in single quotes");
      case BAD_VARIABLE_NAME ->
          words(
              "in double quotes a $ begins a variable, and what follows is no name",
              "forbidden first char in environment variable name",
              "put the text in single quotes, or write \\$");
      case BAD_HEX ->
          words(
              "\\x wants two hexadecimal digits",
              "truncated or invalid hexadecimal sequence",
              "write two hexadecimal digits, or \\\\x");
      case BAD_EXPANSION ->
          words(
              "only [*] may stand behind the name of a variable",
              "truncated or invalid word expansion sequence",
              "write ${NAME[*]} or ${NAME}");
      case VARIABLE_FORM_OF_2_4 ->
          words(
              "haproxy knows this form of a variable from 2.4 on",
              "unmatched brace in environment variable name",
              "write ${NAME}, and set NAME where haproxy is started");
      case TOO_MANY_WORDS ->
          words(
              "a line has 64 words at most",
              "too many words, truncating after word 64",
              "part the line into several");
      case STRAY_NUL ->
          words("a NUL byte ends the line", "Stray NUL character", "take the byte out");
      case BYTE_ORDER_MARK ->
          words(
              "the file begins with a byte order mark, which haproxy takes for a letter",
              "unknown keyword out of section",
              "save the file as UTF-8 without byte order mark");
      case MISSING_LAST_LF ->
          words(
              "the last line has no newline",
              "Missing LF on last line, file might have been truncated",
              "look whether the end of the file is missing, and end it with a newline");
      case EMPTY_SCOPE ->
          words("a [ begins a scope, and it has no name", "empty scope name", "take the line out");
      case BAD_SCOPE_NAME ->
          words("a [ begins a scope, and this is no name", "scope name", "take the line out");
      case TEXT_BEHIND_SCOPE ->
          words(
              "nothing may stand behind a scope",
              "character is not permitted after scope declaration",
              "take the text out");
      case OPEN_IF -> words("an .if is not closed", "non-terminated '.if' block", "write .endif");
      case LONE_BRANCH ->
          words(
              "there is no .if that this belongs to",
              "lone directive with no matching '.if'",
              "write the .if, or take the line out");
      case BRANCH_BEHIND_ELSE ->
          words(
              "no branch may stand behind .else", "not permitted after '.else'", "put .else last");
      case BAD_CONDITION ->
          words(
              "this release can't read the condition",
              "unparsable conditional expression",
              "write a condition that it knows");
      case NESTED_TOO_DEEP ->
          words("blocks are nested too deep", "too many nested '.if'", "nest fewer blocks");
      case UNEXPECTED_ARGUMENT ->
          words(
              "a word too many",
              "Unexpected argument",
              "take the word out, or put the message in quotes");
      case UNKNOWN_MACRO ->
          words("no directive begins like this", "unknown directive", "take the dot out");
      case ALERT -> words("the file asks to be refused", "an .alert", "do what the message says");
    };
  }

  private static SyntaxWords words(String what, String message, String cure) {
    return new SyntaxWords(what, message, cure);
  }
}
