package io.github.viplint.rules.haproxy.argument;

import io.github.viplint.model.haproxy.Address;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.rules.haproxy.keyword.Keywords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Directives whose arguments depend on each other. */
final class Lines {
  /** Options that take no argument, and none of those that read on. */
  private static final Set<String> BARE =
      Set.of(
          "abortonclose",
          "allbackups",
          "checkcache",
          "clitcpka",
          "contstats",
          "dontlog-normal",
          "dontlognull",
          "http-buffer-request",
          "http-ignore-probes",
          "http-keep-alive",
          "http-no-delay",
          "http-pretend-keepalive",
          "http-server-close",
          "httpclose",
          "independent-streams",
          "log-health-checks",
          "log-separate-errors",
          "logasap",
          "nolinger",
          "persist",
          "prefer-last-server",
          "socket-stats",
          "splice-auto",
          "splice-request",
          "splice-response",
          "srvtcpka",
          "tcp-check",
          "tcp-smart-accept",
          "tcp-smart-connect",
          "tcpka",
          "tcplog");

  private static final Set<String> NEGATED =
      Set.of(
          "option",
          "log",
          "busy-polling",
          "set-dumpable",
          "strict-limits",
          "insecure-fork-wanted",
          "numa-cpu-mapping");

  private static final Set<String> RESERVED = Set.of("or", "||");
  private static final Set<String> TYPES = Set.of("ip", "ipv6", "integer", "string", "binary");

  private final Directive line;
  private final HaproxyVersion version;
  private final List<ArgumentFault> faults;

  /**
   * @param line of a proxy or of the global section
   * @param faults what is wrong is added here
   */
  Lines(Directive line, HaproxyVersion version, List<ArgumentFault> faults) {
    this.line = line;
    this.version = version;
    this.faults = faults;
  }

  /** Adds what is wrong with the line. */
  void check() {
    prefix();
    switch (line.keyword()) {
      case "option" -> option();
      case "disabled", "enabled" -> bare(1);
      case "acl" -> acl();
      case "server" -> name(1, "a server");
      case "log" -> log();
      case "redirect" -> behind("code", 1, Value.REDIRECT_STATUS);
      case "http-request", "http-response" -> {
        rule();
        action();
      }
      case "capture" -> capture();
      case "stick-table" -> stickTable();
      case "log-format", "log-format-sd" -> {
        if (line.size() > 2 && !line.expands()) {
          say(
              2,
              "'" + line.keyword() + "' takes one word: blanks in it need quotes",
              "put quotes around it");
        }
      }
      case "ssl-default-bind-options" -> versions();
      default -> {}
    }
  }

  private void prefix() {
    boolean none = line.prefix() == Directive.Prefix.NONE;
    if (!none && !NEGATED.contains(line.keyword())) {
      say(0, "'no' and 'default' may not stand before '" + line.keyword() + "'", "take it out");
    } else if (!none
        && line.keyword().equals("option")
        && line.size() > 1
        && Keywords.all().find("no option", line.word(1)).isPresent()) {
      say(1, "'option " + line.word(1) + "' can't be negated", "take the line out");
    }
  }

  private void option() {
    if (line.size() < 2) {
      return;
    }
    if (BARE.contains(line.word(1))) {
      bare(2);
    }
    boolean hidden =
        line.word(1).equals("httpchk") && line.size() > 4 && line.word(4).indexOf('\r') >= 0;
    if (hidden && version.isAtLeast(3, 0)) {
      say(4, "headers may not hide behind the version of 'option httpchk'", "use http-check send");
    }
  }

  private void bare(int index) {
    if (index < line.size() && !line.expands()) {
      say(
          index,
          "'" + line.keyword() + (index > 1 ? " " + line.word(1) : "") + "' takes no argument",
          "take it out");
    }
  }

  private void name(int index, String what) {
    if (index < line.size() && !line.holdsVariable(index) && !ProxyName.isValid(line.word(index))) {
      say(
          index,
          "the name of " + what + " may hold letters, digits, and _ - . : only",
          "write another name");
    }
  }

  private void acl() {
    if (line.size() < 2) {
      return;
    }
    if (RESERVED.contains(line.word(1))) {
      say(
          1,
          "an ACL may not be called '" + line.word(1) + "', which joins conditions",
          "write another name");
      return;
    }
    name(1, "an ACL");
    String fetch = line.size() > 2 ? line.word(2) : "";
    Optional<String> unknown =
        fetch.isEmpty() || line.holdsVariable(2)
            ? Optional.empty()
            : SampleExpression.fault(fetch, 0, version);
    if (unknown.isPresent()) {
      say(2, unknown.get(), "write a sample fetch: src, dst_port, path_beg…");
      return;
    }
    boolean addresses = fetch.equals("src") || fetch.equals("dst");
    for (int i = 3; i < line.size() && addresses && !line.holdsVariable(i); i++) {
      if (line.word(i).startsWith("-")) {
        return;
      }
      if (!isNetwork(line.word(i))) {
        say(
            i,
            "'" + line.span(i).shown() + "' is no address or network",
            "write ADDRESS or ADDRESS/LENGTH");
      }
    }
    boolean ports = fetch.equals("dst_port") || fetch.equals("src_port");
    if (ports && line.size() > 3 && line.word(3).matches("[A-Za-z_]{5,}|[a-z]{4}|http|ssh")) {
      say(3, "'" + line.span(3).shown() + "' is no number", "write the number of the port");
    }
  }

  /** An address with a length or a mask, or a name that haproxy would look up. */
  private static boolean isNetwork(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    String length = slash < 0 ? "" : text.substring(slash + 1);
    boolean looksLikeV4 = address.matches("\\d+(?:\\.\\d+){3}");
    if (!looksLikeV4) {
      return true;
    }
    boolean inRange = Address.of(address + ":1").kind() == Address.Kind.IP;
    return inRange
        && (!length.matches("\\d+") || length.length() < 3 && Integer.parseInt(length) <= 32);
  }

  private void log() {
    if (line.size() < 2
        || line.word(1).equals("global")
        || line.holdsVariable(1)
        || line.prefix() != Directive.Prefix.NONE) {
      return;
    }
    int at = 2;
    while (at + 1 < line.size()
        && Set.of("len", "format", "sample", "profile").contains(line.word(at))) {
      at += 2;
    }
    if (at >= line.size()) {
      if (!line.expands()) {
        say(0, "'log' needs an address and a facility", "write log ADDRESS FACILITY");
      }
      return;
    }
    value(at, Value.FACILITY);
    value(at + 1, Value.LEVEL);
    value(at + 2, Value.LEVEL);
  }

  private void rule() {
    if (line.size() > 2 && line.word(1).equals("redirect")) {
      behind("code", 2, Value.REDIRECT_STATUS);
    }
    boolean plain =
        line.size() == 4 || line.size() > 4 && Set.of("if", "unless").contains(line.word(4));
    if (plain
        && Set.of("deny", "tarpit").contains(line.word(1))
        && Set.of("deny_status", "status").contains(line.word(2))) {
      value(3, Value.errorStatus(version));
    }
  }

  private static final Pattern SCOPED =
      Pattern.compile("(?:un)?set-var(?:-fmt)?\\((?:proc|sess|txn|req|res|check)\\..*");

  private void action() {
    String action = line.size() > 1 ? line.word(1) : "";
    boolean header = action.equals("set-header") || action.equals("add-header");
    if (header && !line.expands() && (line.size() < 4 || isCondition(2) || isCondition(3))) {
      say(1, "'" + action + "' needs a name and a value", "write " + action + " NAME VALUE");
    }
    boolean variable = action.matches("(?:un)?set-var(?:-fmt)?\\(.*");
    if (variable && !line.holdsVariable(1) && !SCOPED.matcher(action).matches()) {
      say(
          1,
          "a variable's name begins with its scope",
          "write proc., sess., txn., req. or res. before it");
    }
  }

  private boolean isCondition(int index) {
    return line.word(index).equals("if") || line.word(index).equals("unless");
  }

  private void capture() {
    boolean header = line.size() > 2 && line.word(2).equals("header");
    boolean side = line.size() > 1 && Set.of("request", "response").contains(line.word(1));
    if (side && header && !line.expands() && (line.size() < 6 || !line.word(4).equals("len"))) {
      say(
          0,
          "'capture " + line.word(1) + " header' needs a name, and len with a number",
          "write capture " + line.word(1) + " header NAME len NUMBER");
    }
  }

  private void stickTable() {
    if (line.expands()) {
      return;
    }
    Optional<String> type = line.valueOf("type");
    if (type.isEmpty()) {
      say(0, "this stick-table has no type", "write type ip, ipv6, integer, string or binary");
    } else if (!TYPES.contains(type.get()) && !type.get().contains("$")) {
      say(
          line.arguments().indexOf("type") + 2,
          "'" + type.get() + "' is no type of a stick-table",
          "write ip, ipv6, integer, string or binary");
    } else if (line.valueOf("size").isEmpty()) {
      say(0, "this stick-table has no size", "write size NUMBER");
    }
  }

  private void versions() {
    for (int i = 1; i < line.size(); i++) {
      String word = line.word(i);
      if (word.matches("(?:no|force)-(?:ssl|tls)v.*")
          && !word.matches("(?:no|force)-(?:sslv3|tlsv1[0-3])")) {
        say(
            i,
            "'" + line.span(i).shown() + "' is no option of TLS",
            "write no-sslv3 or no-tlsv10 to no-tlsv13");
      }
    }
  }

  private void behind(String option, int from, Value value) {
    for (int i = from; i + 1 < line.size(); i++) {
      if (line.word(i).equals("if") || line.word(i).equals("unless")) {
        return;
      }
      if (line.word(i).equals(option)) {
        value(i + 1, value);
        return;
      }
    }
  }

  private void value(int index, Value value) {
    if (index < line.size() && !line.holdsVariable(index)) {
      value
          .fault(line.word(index))
          .ifPresent(
              fault ->
                  say(
                      index,
                      "'" + line.span(index).shown() + "' " + fault,
                      "write a value that haproxy takes"));
    }
  }

  private void say(int index, String message, String help) {
    faults.add(new ArgumentFault(index, message, help));
  }
}
