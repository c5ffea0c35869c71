package io.github.viplint.capture;

/**
 * A place in a text where a secret stands, {@code start} inclusive, {@code end} exclusive, in
 * UTF-16 units. It says where, and never what.
 *
 * @param sure whether it is one beyond doubt; what only may be one is hidden and not reported
 */
public record Secret(Kind kind, int start, int end, boolean sure) {

  /** What a secret is. */
  public enum Kind {
    PRIVATE_KEY("private key"),
    PASSWORD("password"),
    TOKEN("token"),
    /** What a password is checked against: crypt(3). */
    HASH("password hash");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As people read it. */
    public String words() {
      return words;
    }
  }
}
