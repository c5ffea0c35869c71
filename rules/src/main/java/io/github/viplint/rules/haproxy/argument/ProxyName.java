package io.github.viplint.rules.haproxy.argument;

/** The names of proxies, servers and ACLs: letters, digits, and {@code _ - . :}. */
final class ProxyName {
  private ProxyName() {}

  /** Whether it has a character, and none that haproxy refuses: invalid_char() of src/tools.c. */
  static boolean isValid(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!isValid(name.charAt(i))) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static boolean isValid(char c) {
    return c >= 'a' && c <= 'z'
        || c >= '-' && c <= ':' && c != '/'
        || c >= 'A' && c <= 'Z'
        || c == '_';
  }
}
