package io.github.viplint.rules.vip;

import io.github.viplint.capture.Span;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Cidr;
import java.util.List;
import java.util.stream.Stream;

/** The appliance's anyip-routes service and its file, {@code /etc/vmware/anyip-routes.cfg}. */
final class AnyipService {
  /**
   * After a mended file, in this order: haproxy can bind only what is local, and start limits have
   * to be reset. Resetting and starting a service that runs does nothing.
   */
  static final List<String> RESTART =
      List.of(
          "systemctl restart anyip-routes",
          "systemctl reset-failed route-tables haproxy",
          "systemctl start route-tables haproxy",
          "# restarting anyip-routes alone leaves haproxy and route-tables failed; the sure way:"
              + " reboot");

  static final String PROPERTY_NOTE =
      "mend the vApp property loadbalance.service_ip_range as well, for a redeployment writes the"
          + " file anew from it";

  static final String CONFIRM_STATUS = "systemctl status anyip-routes --no-pager -l";
  static final String CONFIRM_TABLE = "ip route show table local type local";

  /**
   * So many findings of one rule are enough for one file; the last says how many more there are.
   */
  static final int MOST_FINDINGS = 200;

  private static final int MOST_CHARACTERS = 60;

  private AnyipService() {}

  /** What the last of {@link #MOST_FINDINGS} findings says of those that are not listed. */
  static String more(int count) {
    return count + " more lines of this file are like this one, and are not listed";
  }

  /**
   * Whether a list of ranges may just as well be another file: nothing names it, and it has no
   * comment. In workload-networks.cfg, which looks alike, host bits are fine.
   */
  static boolean isDoubtful(AnyipRoutes file) {
    return file.capture().path().isEmpty()
        && file.lines().stream().noneMatch(line -> line.type() == AnyipRoutes.Type.COMMENT);
  }

  /** The line as it can be shown within a sentence. */
  static String shown(AnyipRoutes.Line line) {
    Span span = line.span();
    int end = Math.min(span.end(), span.start() + MOST_CHARACTERS);
    return span.capture().span(span.start(), end).shown().strip() + (end < span.end() ? "…" : "");
  }

  static TextEdit replacement(AnyipRoutes.Line line, String text) {
    return new TextEdit(line.span(), text);
  }

  /**
   * What to do after a line was taken out or became another: the service leaves an active range
   * alone that its file no longer has.
   */
  static List<String> restartWithout(HostView host, AnyipRoutes.Line line) {
    return line.range()
        .map(Cidr::network)
        .filter(range -> isActive(host, range) && !isWrittenTwice(host, range))
        .map(
            range ->
                Stream.concat(
                        Stream.of("ip route del table local " + range + " dev lo"),
                        RESTART.stream())
                    .toList())
        .orElse(RESTART);
  }

  private static boolean isActive(HostView host, Cidr range) {
    return host.kernel().anyip().stream()
            .flatMap(List::stream)
            .anyMatch(route -> route.destination().equals(range))
        || host.anyipBoot().filter(boot -> boot.active().contains(range)).isPresent();
  }

  private static boolean isWrittenTwice(HostView host, Cidr range) {
    AddressRange addresses = range.range();
    return host.fact(AnyipRoutes.class).stream()
            .flatMap(file -> file.lines().stream())
            .flatMap(line -> line.range().stream())
            .filter(other -> other.prefixLength() == range.prefixLength())
            .filter(other -> addresses.contains(other.address()))
            .limit(2)
            .count()
        > 1;
  }

  /** A fix of the file; what a redeployment writes has to be mended as well. */
  static Fix fix(String title, Fix.Safety safety, List<TextEdit> edits, List<String> commands) {
    return Fix.of(title, safety, edits, commands).andElsewhere(PROPERTY_NOTE);
  }

  /** Leaves a line out that nobody understands; for a person to write it anew. */
  static Fix leftOut(AnyipRoutes.Line line) {
    Span start = line.span().capture().span(line.span().start(), line.span().start());
    return fix(
        "leave the line out, with a # before it",
        Fix.Safety.UNSAFE,
        List.of(new TextEdit(start, "#")),
        RESTART);
  }

  /** Takes the line out, its newline included. */
  static TextEdit removal(AnyipRoutes.Line line) {
    String text = line.span().capture().text();
    int lf = text.indexOf('\n', line.span().end());
    int end = lf < 0 ? text.length() : lf + 1;
    Span whole = line.span().capture().span(line.span().start(), end);
    return new TextEdit(whole, "");
  }
}
