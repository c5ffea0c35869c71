package io.github.viplint.rules.haproxy;

import io.github.viplint.model.haproxy.Symbol;

/** What people call the things that have names in a haproxy.cfg. */
final class SymbolName {
  private SymbolName() {}

  static String of(Symbol symbol) {
    return switch (symbol) {
      case ACL -> "ACL";
      case STICK_TABLE -> "stick-table";
      case HTTP_ERRORS -> "http-errors section";
      case FCGI_APP -> "fcgi-app";
      case DEFAULTS, PEERS, RESOLVERS, MAILERS, PROGRAM, LOG_FORWARD, LOG_PROFILE ->
          word(symbol) + " section";
      default -> word(symbol);
    };
  }

  private static String word(Symbol symbol) {
    return symbol.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
