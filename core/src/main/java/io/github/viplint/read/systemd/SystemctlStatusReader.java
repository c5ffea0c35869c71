package io.github.viplint.read.systemd;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Span;
import io.github.viplint.log.SignatureSet;
import io.github.viplint.model.Facts;
import io.github.viplint.model.Reading;
import io.github.viplint.model.UnitState;
import io.github.viplint.model.Units;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import io.github.viplint.read.line.Wrapped;
import io.github.viplint.read.log.HaproxyHead;
import io.github.viplint.read.log.JournalFormat;
import io.github.viplint.read.log.JournalMark;
import io.github.viplint.read.log.LogScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code systemctl status UNIT…}: the state of the units, and the log lines below each.
 *
 * <p>Of the fields only {@code Active}, {@code Process} and {@code Main PID} matter; the others
 * ({@code Loaded}, {@code Drop-In}, {@code Tasks}, {@code CGroup}…) and what is indented below them
 * are known and irrelevant.
 */
public final class SystemctlStatusReader implements Reader {
  /** No line that a terminal or a mail broke goes on for longer, in lines. */
  private static final int MOST_WRAPPED = 4;

  private final SignatureSet signatures;
  private final JournalFormat format = new JournalFormat(new HaproxyHead());
  private final StatusLines status = new StatusLines();

  public SystemctlStatusReader(SignatureSet signatures) {
    this.signatures = Objects.requireNonNull(signatures);
  }

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.SYSTEMCTL_STATUS);
  }

  @Override
  public Reading read(Capture capture) {
    return new Walk(capture).read();
  }

  private static final Set<String> FIELDS =
      Set.of(
          "Loaded",
          "Active",
          "Process",
          "Main PID",
          "Drop-In",
          "Docs",
          "Status",
          "Tasks",
          "Memory",
          "CPU",
          "CGroup",
          "Condition",
          "Triggers",
          "TriggeredBy");

  private final class Walk {
    private final Capture capture;
    private final Lines lines;
    private final LogScan scan;
    private final List<UnitState> units = new ArrayList<>();
    private Block block = new Block("");
    private boolean inside;
    private Optional<Span> field = Optional.empty();
    private int wrapped = MOST_WRAPPED;

    Walk(Capture capture) {
      this.capture = capture;
      this.lines = new Lines(capture);
      this.scan = new LogScan(capture, lines, format, signatures);
    }

    Reading read() {
      while (lines.next()) {
        line(lines.start(), lines.end());
      }
      end();
      List<Facts> facts = new ArrayList<>();
      facts.add(new Units(capture, units, false));
      scan.close();
      if (!scan.isEmpty()) {
        facts.add(scan.log());
      }
      return lines.reading(facts);
    }

    private void line(int from, int to) {
      String text = capture.text();
      if (lines.blank() || JournalMark.at(text, from, to)) {
        scan.close();
        closeField();
      } else if (format.begins(text, from, to)) {
        scan.add();
        closeField();
      } else if (!head()) {
        if (scan.goesOn()) {
          scan.add();
        } else if (Character.isWhitespace(text.charAt(from)) || isFieldAtMargin()) {
          indented();
        } else if (wrapped < MOST_WRAPPED) {
          wrapped++;
          field.ifPresent(span -> field(span.to(lines.span())));
        } else if (!isNotice()) {
          lines.problem("belongs to no unit");
        }
      }
    }

    /** A chat may strip the indent of fields; what goes on with one looks like none of these. */
    private boolean isFieldAtMargin() {
      return inside
          && status.field(lines.text()).filter(field -> FIELDS.contains(field.name())).isPresent();
    }

    private void closeField() {
      field = Optional.empty();
      wrapped = MOST_WRAPPED;
    }

    /** A unit's head stands at the margin; its name tells it from a line that was wrapped. */
    private boolean head() {
      char first = capture.text().charAt(lines.start());
      if (Character.isWhitespace(first)) {
        return false;
      }
      Optional<StatusLines.Head> head = status.head(lines.text());
      if (head.isEmpty() || !head.get().glyph() && !startsUnit(head.get().name())) {
        return false;
      }
      scan.close();
      end();
      block = new Block(UnitName.is(head.get().name()) ? head.get().name() : "");
      inside = true;
      wrapped = 0;
      return true;
    }

    private boolean startsUnit(String name) {
      return UnitName.is(name) && !scan.goesOn() && field.isEmpty();
    }

    private boolean isNotice() {
      String text = lines.text();
      return text.startsWith("Warning: ")
          || text.startsWith("Unit ") && text.endsWith(" could not be found.");
    }

    private void indented() {
      wrapped = 0;
      if (!inside) {
        lines.problem("belongs to no unit");
      } else if (status.field(lines.text()).isPresent()) {
        block.closeProcess();
        field(lines.span());
      } else {
        field = Optional.empty();
      }
    }

    /**
     * @param span the field's line, with the lines that it was wrapped to
     */
    private void field(Span span) {
      field = Optional.of(span);
      String text = Wrapped.join(capture.text(), span.start(), span.end(), " ", Lines.LONGEST);
      StatusLines.Field read = status.field(text).orElseThrow();
      switch (read.name()) {
        case "Active" -> {
          if (read.value().isEmpty()) {
            lines.problem("no state behind Active:");
          } else {
            block.active = Optional.of(active(read.value()));
            block.span = Optional.of(span);
          }
        }
        case "Process", "Main PID" ->
            block.process =
                status
                    .process(read.value())
                    .map(
                        process ->
                            new UnitState.Process(
                                span,
                                process.pid(),
                                process.directive().orElse(read.name()),
                                process.command(),
                                process.status()));
        default -> {
          // known and irrelevant
        }
      }
    }

    /** Where the rest of the line is cut or of an unknown form, the first word is the state. */
    private StatusLines.Active active(String value) {
      return status
          .active(value)
          .orElseGet(
              () ->
                  new StatusLines.Active(
                      value.split("\\s", 2)[0],
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty()));
    }

    private void end() {
      block.state().ifPresent(units::add);
      block = new Block("");
      field = Optional.empty();
    }
  }

  /** What is known so far of one unit; without a name, of what is no unit. */
  private static final class Block {
    private final String unit;
    private Optional<StatusLines.Active> active = Optional.empty();
    private Optional<Span> span = Optional.empty();
    private Optional<UnitState.Process> process = Optional.empty();
    private final List<UnitState.Process> processes = new ArrayList<>();

    Block(String unit) {
      this.unit = unit;
    }

    /** A process may yet be read again with the line that it goes on with. */
    void closeProcess() {
      process.ifPresent(processes::add);
      process = Optional.empty();
    }

    Optional<UnitState> state() {
      closeProcess();
      return unit.isEmpty() || active.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new UnitState(
                  span.orElseThrow(),
                  unit,
                  active.get().state(),
                  active.get().sub(),
                  active.get().result(),
                  active.get().since(),
                  processes));
    }
  }
}
