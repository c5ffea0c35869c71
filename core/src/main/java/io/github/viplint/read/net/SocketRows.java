package io.github.viplint.read.net;

import io.github.viplint.capture.Span;
import io.github.viplint.grammar.SocketListingParser.LineContext;
import io.github.viplint.grammar.SocketListingParser.LsofContext;
import io.github.viplint.grammar.SocketListingParser.NetstatContext;
import io.github.viplint.grammar.SocketListingParser.SsContext;
import io.github.viplint.grammar.SocketListingParser.WordContext;
import io.github.viplint.model.ListeningSockets.Socket;
import io.github.viplint.read.line.UnreadableLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of a listing while it is read. */
final class SocketRows {
  private static final String LISTEN = "LISTEN";

  /** {@code ("haproxy",pid=829,fd=6)}; before iproute2 4.0 {@code ("haproxy",829,6)}. */
  private static final Pattern USER = Pattern.compile("\\(\"([^\"]{1,64})\",(?:pid=)?\\d");

  /** {@code 829/haproxy}, {@code 790/sshd:}, what a title of netstat calls "PID/Program name". */
  private static final Pattern PROGRAM = Pattern.compile("\\d+/([^:\\s]+):?");

  private record Row(Span span, SocketName name, Optional<String> process) {}

  private final List<Row> rows = new ArrayList<>();

  /** Whether the last socket was one that is kept, so that processes below are its own. */
  private boolean open;

  /** Adds what {@code line} holds, if it is a TCP socket that listens. */
  void add(LineContext line, Span span) throws UnreadableLine {
    if (line.processes != null) {
      continued(line.processes.getText());
      return;
    }
    open = false;
    Optional<Row> row = Optional.empty();
    if (line.ss() != null) {
      row = of(line.ss(), span);
    } else if (line.netstat() != null) {
      row = of(line.netstat(), span);
    } else if (line.lsof() != null) {
      row = of(line.lsof(), span);
    }
    open = row.isPresent();
    row.ifPresent(rows::add);
  }

  private static Optional<Row> of(SsContext ss, Span span) throws UnreadableLine {
    if (!ss.state.getText().equals(LISTEN)) {
      return Optional.empty();
    }
    Optional<String> process =
        ss.processes == null ? Optional.empty() : process(ss.processes.getText());
    return Optional.of(new Row(span, SocketName.ofSs(ss.local.getText()), process));
  }

  private static Optional<Row> of(NetstatContext netstat, Span span) throws UnreadableLine {
    if (!netstat.state.getText().equals(LISTEN)) {
      return Optional.empty();
    }
    Optional<String> process =
        netstat.word().stream()
            .skip(2)
            .map(word -> PROGRAM.matcher(word.getText()))
            .filter(Matcher::matches)
            .map(program -> program.group(1))
            .findFirst();
    boolean ipv6 = netstat.protocol.getText().endsWith("6");
    return Optional.of(new Row(span, SocketName.of(netstat.local.getText(), ipv6), process));
  }

  private static Optional<Row> of(LsofContext lsof, Span span) throws UnreadableLine {
    boolean listens =
        lsof.node.getText().equals("TCP")
            && lsof.word().stream().map(WordContext::getText).anyMatch("(LISTEN)"::equals);
    if (!listens) {
      return Optional.empty();
    }
    boolean ipv6 = lsof.family.getText().equals("IPv6");
    return Optional.of(
        new Row(
            span, SocketName.of(lsof.name.getText(), ipv6), Optional.of(lsof.command.getText())));
  }

  /** Processes on a line of their own, below their socket. */
  private void continued(String processes) {
    if (open) {
      Row last = rows.remove(rows.size() - 1);
      rows.add(new Row(last.span(), last.name(), process(processes)));
      open = false;
    }
  }

  /** Of several that share the socket, haproxy; else the first. */
  private static Optional<String> process(String users) {
    List<String> names = USER.matcher(users).results().map(user -> user.group(1)).toList();
    return names.contains("haproxy") ? Optional.of("haproxy") : names.stream().findFirst();
  }

  /**
   * The sockets. Of {@code ::}, netstat and lsof don't tell whether it takes IPv4 as well; it does
   * unless told otherwise (ipv6(7), IPV6_V6ONLY), but then nobody else could have the port there.
   */
  List<Socket> sockets() {
    Set<Integer> ofIpv4 = new HashSet<>();
    for (Row row : rows) {
      if (row.name().address().filter(address -> address.isIPv4()).isPresent()) {
        ofIpv4.add(row.name().port());
      }
    }
    return rows.stream()
        .map(
            row ->
                new Socket(
                    row.span(),
                    row.name()
                        .address()
                        .filter(
                            address ->
                                !row.name().perhapsBoth() || ofIpv4.contains(row.name().port())),
                    row.name().port(),
                    row.name().device(),
                    row.process()))
        .toList();
  }
}
