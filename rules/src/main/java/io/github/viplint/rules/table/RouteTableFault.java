package io.github.viplint.rules.table;

import io.github.viplint.capture.Span;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.RouteTables.Entry;
import java.util.List;

/**
 * Something in a line of route-tables.cfg that the service does not take as it was meant.
 *
 * @param severity an error ends the service at this line
 * @param message what is wrong and what comes of it
 * @param help what to write
 */
record RouteTableFault(
    Span span, Severity severity, String message, String label, String help, List<Fix> fixes) {

  RouteTableFault {
    fixes = List.copyOf(fixes);
  }

  /** The service ends here; what was meant is clear. */
  static RouteTableFault mendable(
      Span span, String message, String label, String help, String title, TextEdit edit) {
    return new RouteTableFault(
        span,
        Severity.ERROR,
        message,
        label,
        help,
        List.of(Fix.of(title, Fix.Safety.SAFE, List.of(edit), RouteTablesService.RESTART)));
  }

  /** The service ends here, and a person has to say what was meant. */
  static RouteTableFault unclear(Entry line, Span span, String message, String label, String help) {
    return new RouteTableFault(
        span,
        Severity.ERROR,
        message,
        label,
        help,
        List.of(byHand(help), RouteTablesService.withoutLine(line)));
  }

  /** The service goes on. */
  static RouteTableFault odd(Span span, String message, String label, String help, Fix fix) {
    return new RouteTableFault(span, Severity.WARNING, message, label, help, List.of(fix));
  }

  static Fix byHand(String title) {
    return Fix.of(title, Fix.Safety.MANUAL, List.of(), RouteTablesService.RESTART);
  }
}
