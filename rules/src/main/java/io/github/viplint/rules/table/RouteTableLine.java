package io.github.viplint.rules.table;

import io.github.viplint.capture.Span;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Fix;
import io.github.viplint.model.RouteTables.Entry;
import io.github.viplint.model.RouteTables.Field;
import io.github.viplint.twin.command.RoutePrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is wrong with the form of one line of route-tables.cfg, as measured on the service's script
 * of v0.2.0. The reserved IDs (0, 253 to 255, 2^32) and IDs that are no numbers are another matter:
 * they do not end the service, but empty other tables.
 */
final class RouteTableLine {
  private static final Pattern MAC = Pattern.compile("[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,9}");
  private static final String ENDS =
      ": route-tables fails at this line, and no table after it is made";
  private static final String FORM = "write ID,name,MAC,CIDR or ID,name,MAC,CIDR,gateway";

  private final Entry line;
  private final boolean hasGateway;
  private final boolean namedElsewhere;
  private final List<RouteTableFault> faults = new ArrayList<>();

  /**
   * @param hasGateway whether the service takes its fifth field for a gateway
   * @param namedElsewhere whether another line puts the same table into rt_tables; the ID of this
   *     one is not used then
   */
  RouteTableLine(Entry line, boolean hasGateway, boolean namedElsewhere) {
    this.line = line;
    this.hasGateway = hasGateway;
    this.namedElsewhere = namedElsewhere;
  }

  /** In order of position. */
  List<RouteTableFault> faults() {
    String text = line.span().text();
    if (text.isBlank() || RouteTablesService.isTemplate(line)) {
      return List.of();
    }
    int blanks = text.length() - text.stripLeading().length();
    if (text.charAt(blanks) == '#') {
      if (blanks > 0) {
        indentedComment(blanks);
      }
      return List.copyOf(faults);
    }
    if (line.fields().size() < 4) {
      tooFew();
      return List.copyOf(faults);
    }
    if (!RouteTablesService.isWordCharacter(line.id()) && namedElsewhere) {
      // neither a blank before the ID nor no ID at all does harm
    } else if (blanks > 0) {
      indentedLine(blanks);
    } else {
      id();
    }
    line.fields().stream().skip(1).forEach(this::blankAfterComma);
    mac();
    cidr();
    gateway();
    tooMany();
    return List.copyOf(faults);
  }

  /** Up to v0.1.8 the service knew no lines without gateway. */
  static RouteTableFault withoutGateway(Entry line) {
    return RouteTableFault.unclear(
        line,
        line.span(),
        "the line has no gateway, which this release of the appliance needs" + ENDS,
        "a fifth field is needed",
        "write ID,name,MAC,CIDR,gateway");
  }

  private void indentedComment(int blanks) {
    Span indent = line.span().capture().span(line.span().start(), line.span().start() + blanks);
    faults.add(
        RouteTableFault.mendable(
            indent.to(firstOf(line.span(), blanks)),
            "an indented # is no comment to the service" + ENDS,
            "only a # in the first column begins a comment",
            "put the # into the first column",
            "put the # into the first column",
            new TextEdit(indent, "")));
  }

  /** The script takes over into rt_tables only lines that begin with a word character. */
  private void indentedLine(int blanks) {
    Span indent = line.span().capture().span(line.span().start(), line.span().start() + blanks);
    faults.add(
        RouteTableFault.mendable(
            indent,
            "a blank before the table ID keeps the table out of rt_tables" + ENDS,
            "the line must begin with the ID",
            "begin the line with the ID",
            "delete the blank",
            new TextEdit(indent, "")));
  }

  private static Span firstOf(Span span, int offset) {
    return span.capture().span(span.start() + offset, span.start() + offset + 1);
  }

  private void tooFew() {
    int count = line.fields().size();
    faults.add(
        RouteTableFault.unclear(
            line,
            line.span(),
            "the line has " + count + (count == 1 ? " field" : " fields") + " of at least 4" + ENDS,
            "ID, name, MAC address and CIDR are needed",
            FORM));
  }

  private void id() {
    Field field = line.fields().get(0);
    String id = field.text().strip();
    if (!RouteTablesService.isWordCharacter(id)) {
      faults.add(
          RouteTableFault.unclear(
              line,
              field.span(),
              (id.isEmpty()
                      ? "the table ID is missing"
                      : "`" + RouteTablesService.shown(field) + "` is no table ID")
                  + ENDS,
              "a number should stand here",
              "begin the line with an ID from 2 to 250"));
    } else if (NUMBER.matcher(id).matches()) {
      number(field, Long.parseLong(id));
    }
  }

  private void number(Field field, long id) {
    if (TableId.of(Long.toString(id)).reserved().isEmpty() && (id == 1 || id > 250)) {
      String help = "choose an ID from 2 to 250, on every line of the table";
      faults.add(
          RouteTableFault.odd(
              field.span(),
              "table ID "
                  + id
                  + " lies outside 2 to 250, which the service's own file allows: it works until"
                  + " something else takes the ID for its own",
              "not from 2 to 250",
              help,
              RouteTableFault.byHand(help)));
    }
  }

  private void blankAfterComma(Field field) {
    String text = field.text();
    int blanks = text.length() - text.stripLeading().length();
    if (blanks > 0 && blanks < text.length()) {
      Span gap = field.span().capture().span(field.span().start(), field.span().start() + blanks);
      faults.add(
          RouteTableFault.mendable(
              gap,
              "a blank after a comma belongs to the field" + ENDS,
              "delete the blank",
              "write the fields without blanks between them",
              "delete the blank",
              new TextEdit(gap, "")));
    }
  }

  static boolean isMac(String text) {
    return MAC.matcher(text).matches();
  }

  private void mac() {
    Field field = line.fields().get(2);
    if (!isMac(field.text().strip())) {
      faults.add(
          RouteTableFault.unclear(
              line,
              field.span(),
              "`"
                  + RouteTablesService.shown(field)
                  + "` is no MAC address, so no interface is found"
                  + ENDS,
              "six pairs of hexadecimal digits with colons, as `ip link` prints them",
              "write the MAC address that `ip link` shows for the interface"));
    }
  }

  private void cidr() {
    Field field = line.fields().get(3);
    String cidr = field.text().strip();
    if (line.address().isEmpty() && RoutePrefix.parse(cidr).isEmpty()) {
      faults.add(oddCidr(line));
    }
  }

  /** A line of the right form that ends the service all the same, for what the twin says. */
  static RouteTableFault refused(Entry line, String why) {
    return RouteTableFault.unclear(
        line,
        line.span(),
        why + ENDS,
        "the service can't do what this line asks for",
        "mend what it says, or leave the line out");
  }

  /** A CIDR that is none, or in a form that only some of the service's commands take. */
  static RouteTableFault oddCidr(Entry line) {
    Field field = line.fields().get(3);
    return RouteTableFault.unclear(
        line,
        field.span(),
        "`" + RouteTablesService.shown(field) + "` is no address with a prefix length" + ENDS,
        "the interface's own address and prefix length",
        "write the interface's address with its prefix length, as `ip addr` shows it");
  }

  private void gateway() {
    String gateway = line.field(4).map(Field::text).orElse("").strip();
    if (hasGateway && line.gateway().isEmpty() && RoutePrefix.address(gateway).isEmpty()) {
      faults.add(
          RouteTableFault.unclear(
              line,
              line.fields().get(4).span(),
              "gateway `"
                  + RouteTablesService.shown(line.fields().get(4))
                  + "` is no address"
                  + ENDS,
              "a single address, without prefix length",
              "write the gateway's address"));
    }
  }

  /** With more than five fields the script takes none of them for a gateway. */
  private void tooMany() {
    Optional<Field> sixth = line.field(5);
    if (sixth.isEmpty() || hasGateway || line.fields().get(4).text().isBlank()) {
      return;
    }
    Span gateway = line.fields().get(4).span();
    int end = line.span().start() + line.span().text().stripTrailing().length();
    Span rest = gateway.capture().span(gateway.end(), end);
    boolean trailing = line.fields().stream().skip(5).allMatch(field -> field.text().isBlank());
    String title = trailing ? "delete the commas" : "delete what follows the gateway";
    faults.add(
        RouteTableFault.odd(
            rest,
            "%s behind the gateway lets the service drop it: table %s gets no default route"
                .formatted(
                    trailing ? "more than one comma" : "a sixth field",
                    RouteTablesService.shown(line.fields().get(1))),
            "the line ends with the gateway",
            title,
            Fix.of(
                title,
                trailing ? Fix.Safety.SAFE : Fix.Safety.UNSAFE,
                List.of(new TextEdit(rest, "")),
                RouteTablesService.RESTART)));
  }
}
