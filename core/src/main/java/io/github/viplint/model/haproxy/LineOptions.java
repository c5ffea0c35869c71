package io.github.viplint.model.haproxy;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The options at the end of a {@code bind} or {@code server} line: names, some with a value behind
 * them. A value may be spelled like an option and is not taken for one.
 *
 * @param from the first word that may be an option
 */
public record LineOptions(Directive directive, int from) {
  /**
   * The options of haproxy 2.2 to 3.x that take a value; sections 5.1 and 5.2 of its configuration
   * manual.
   */
  private static final Set<String> VALUED =
      Set.of(
          // bind
          "accept-netscaler-cip",
          "backlog",
          "ca-ignore-err",
          "ca-sign-file",
          "ca-sign-pass",
          "ca-verify-file",
          "crt-ignore-err",
          "crt-list",
          "default-crt",
          "ecdhe",
          "expose-fd",
          "gid",
          "group",
          "guid-prefix",
          "label",
          "level",
          "mode",
          "mss",
          "name",
          "nbconn",
          "nice",
          "ocsp-update",
          "process",
          "quic-cc-algo",
          "quic-socket",
          "severity-output",
          "shards",
          "tcp-ss",
          "thread",
          "tls-ticket-keys",
          "uid",
          "user",
          // bind and server
          "alpn",
          "ca-file",
          "cc",
          "ciphers",
          "ciphersuites",
          "client-sigalgs",
          "crl-file",
          "crt",
          "curves",
          "id",
          "idle-ping",
          "interface",
          "ktls",
          "maxconn",
          "namespace",
          "npn",
          "proto",
          "sigalgs",
          "ssl-max-ver",
          "ssl-min-ver",
          "tcp-md5sig",
          "tcp-ut",
          "verify",
          // server
          "addr",
          "agent-addr",
          "agent-inter",
          "agent-port",
          "agent-send",
          "check-alpn",
          "check-pool-conn-name",
          "check-proto",
          "check-sni",
          "cookie",
          "downinter",
          "error-limit",
          "fall",
          "fastinter",
          "guid",
          "hash-key",
          "healthcheck",
          "init-addr",
          "init-state",
          "inter",
          "log-bufsize",
          "log-proto",
          "max-reuse",
          "maxqueue",
          "minconn",
          "observe",
          "on-error",
          "on-marked-down",
          "on-marked-up",
          "pool-conn-name",
          "pool-low-conn",
          "pool-max-conn",
          "pool-purge-delay",
          "port",
          "proxy-v2-options",
          "redir",
          "resolve-net",
          "resolve-opts",
          "resolve-prefer",
          "resolvers",
          "rise",
          "shard",
          "slowstart",
          "sni",
          "socks4",
          "source",
          "track",
          "usesrc",
          "verifyhost",
          "weight",
          "ws");

  /** Whether the option takes a value in any release. */
  public static boolean takesValue(String option) {
    return VALUED.contains(option) || option.startsWith("set-proxy-v2-tlv-fmt(");
  }

  /** Where the option stands; of several the last one, as for haproxy. */
  public OptionalInt index(String option) {
    if (!directive.hasArgument(option)) {
      return OptionalInt.empty();
    }
    int found = -1;
    for (int i = from; i < directive.size(); i++) {
      String word = directive.word(i);
      if (word.equals(option)) {
        found = i;
      }
      if (takesValue(word)) {
        i++;
      }
    }
    return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
  }

  public boolean has(String option) {
    return index(option).isPresent();
  }

  /** The value of the option; empty where it or the value is missing. */
  public Optional<String> value(String option) {
    OptionalInt index = index(option);
    return index.isPresent() && index.getAsInt() + 1 < directive.size()
        ? Optional.of(directive.word(index.getAsInt() + 1))
        : Optional.empty();
  }
}
