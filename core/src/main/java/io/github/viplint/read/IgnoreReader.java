package io.github.viplint.read;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Span;
import io.github.viplint.model.Ignore;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Finds comments like {@code # viplint: ignore[VL103] reason} in files as they are. A comment is
 * what the machine takes for one: haproxy from an unquoted {@code #} on, the appliance's services
 * only a line that begins with {@code #}.
 *
 * <p>Archives and pastes are left alone: they come from elsewhere, and whoever made them must not
 * decide what is said of them.
 */
final class IgnoreReader {
  /** No person writes more into one file. */
  private static final int MOST = 10_000;

  private static final String MARK = "viplint:";
  private static final String VERB = "ignore";

  private static final Set<CaptureKind> SERVICES =
      EnumSet.of(
          CaptureKind.ANYIP_ROUTES,
          CaptureKind.ROUTE_TABLES,
          CaptureKind.WORKLOAD_NETWORKS,
          CaptureKind.RT_TABLES);

  private static final Set<CaptureKind> KINDS = EnumSet.copyOf(SERVICES);

  static {
    KINDS.addAll(
        EnumSet.of(
            CaptureKind.HAPROXY_CFG,
            CaptureKind.NETWORK_FILE,
            CaptureKind.RESOLV_CONF,
            CaptureKind.CLUSTER_MANIFEST));
  }

  private final Capture capture;
  private final String text;

  private IgnoreReader(Capture capture) {
    this.capture = capture;
    this.text = capture.text();
  }

  /** All of a capture, in order. */
  static List<Ignore> of(Capture capture) {
    boolean ours =
        KINDS.contains(capture.kind())
            && capture.isExact()
            && !capture.source().file().contains("!/")
            && capture.text().contains(MARK);
    return ours ? new IgnoreReader(capture).all() : List.of();
  }

  private List<Ignore> all() {
    List<Ignore> found = new ArrayList<>();
    int next;
    for (int start = 0; start < text.length() && found.size() < MOST; start = next) {
      int lf = text.indexOf('\n', start);
      int end = lf < 0 ? text.length() : lf;
      next = end + 1;
      int hash = comment(start, end);
      if (hash < end) {
        ignore(start, hash, end, found);
      }
    }
    return found;
  }

  private void ignore(int start, int hash, int end, List<Ignore> found) {
    int at = blanks(hash + 1, end);
    if (!text.startsWith(MARK, at)) {
      return;
    }
    at = blanks(at + MARK.length(), end);
    if (!text.startsWith(VERB, at)) {
      return;
    }
    at = blanks(at + VERB.length(), end);
    List<Span> rules = new ArrayList<>();
    int close = at < end && text.charAt(at) == '[' ? text.indexOf(']', at) : -1;
    if (close >= 0 && close < end) {
      for (int from = at + 1; from < close; ) {
        int comma = text.indexOf(',', from);
        int to = comma < 0 || comma > close ? close : comma;
        Span rule = stripped(from, to);
        if (rule.end() > rule.start()) {
          rules.add(rule);
        }
        from = to + 1;
      }
      at = close + 1;
    }
    boolean alone = blanks(start, hash) == hash;
    found.add(
        new Ignore(
            stripped(hash, end),
            rules,
            stripped(at, end).text(),
            alone ? lineBelow(end) : stripped(start, end)));
  }

  /** The next line that is no comment. */
  private Span lineBelow(int endOfComment) {
    int start = endOfComment + 1;
    while (start < text.length()) {
      int lf = text.indexOf('\n', start);
      int end = lf < 0 ? text.length() : lf;
      if (comment(start, end) == end || blanks(start, end) < comment(start, end)) {
        return capture.span(start, end);
      }
      start = end + 1;
    }
    return capture.span(text.length(), text.length());
  }

  /** Where the comment of a line begins; its end when it has none. */
  private int comment(int start, int end) {
    if (SERVICES.contains(capture.kind())) {
      return start < end && text.charAt(start) == '#' ? start : end;
    }
    return capture.kind() == CaptureKind.HAPROXY_CFG ? haproxyComment(start, end) : own(start, end);
  }

  private int own(int start, int end) {
    int first = blanks(start, end);
    return first < end && text.charAt(first) == '#' ? first : end;
  }

  /** As parse_line() of haproxy's tools.c takes quotes and backslashes. */
  private int haproxyComment(int start, int end) {
    char quote = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\\' && quote != '\'') {
        i++;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '#') {
        return i;
      }
    }
    return end;
  }

  private int blanks(int from, int end) {
    int at = from;
    while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private Span stripped(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return capture.span(start, end);
  }
}
