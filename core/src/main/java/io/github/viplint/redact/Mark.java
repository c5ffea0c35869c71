package io.github.viplint.redact;

import io.github.viplint.capture.Secret.Kind;

/** What stands where a secret stood. */
final class Mark {
  /** In a report, and in a file where any word will do. */
  static final String SHORT = "****";

  /** Letters that are legal in a hash, in PEM and in base64. */
  private static final String LETTERS = "MASKED";

  private Mark() {}

  /**
   * What takes the place of a secret in a file, so that the file stays valid: a hash keeps its
   * parts and a key its lines; of anything else not even the length stays.
   */
  static String of(Kind kind, String secret) {
    if (kind != Kind.HASH && kind != Kind.PRIVATE_KEY) {
      return SHORT;
    }
    StringBuilder mark = new StringBuilder(secret.length());
    int letter = 0;
    for (int i = 0; i < secret.length(); i++) {
      char c = secret.charAt(i);
      if (c == '$' || c == '=') {
        mark.append(c);
        letter = 0;
      } else {
        mark.append(LETTERS.charAt(letter++ % LETTERS.length()));
      }
    }
    return mark.toString();
  }

  /** Whether this is no secret but what takes the place of one. */
  static boolean is(String value) {
    return value.equals(SHORT) || of(Kind.HASH, value).equals(value);
  }
}
