package io.github.viplint.read.log;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Span;
import io.github.viplint.log.SignatureSet;
import io.github.viplint.model.Facts;
import io.github.viplint.model.Logins;
import io.github.viplint.model.Logins.Login;
import io.github.viplint.model.Logins.Outcome;
import io.github.viplint.model.Reading;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what {@code kubectl vsphere login} and kubectl print: how logins ended, and messages that a
 * signature wants. Passwords that were set on the way are passed over and never kept.
 */
public final class KubectlReader implements Reader {
  private static final List<String> CHATTER =
      List.of(
          "You have access to the following contexts",
          "If the context you wish to use is not in this list",
          "logging in again later, or contact your cluster administrator",
          "To change context, use",
          "Password:",
          "Username:",
          "There was an error when trying to connect to the server",
          "Please check the server URL and try again",
          "Logged in successfully",
          "Not all cluster/workload sessions were established",
          "Switched to context",
          "No resources found",
          "WARN: ",
          "WARNING: ",
          "Warning: ");

  private static final String PASSWORD = "KUBECTL_VSPHERE_PASSWORD";

  private static final String HOST = "connecting to host ";

  private final SignatureSet signatures;
  private final KubectlFormat format = new KubectlFormat();
  private final KubectlCommand commands = new KubectlCommand();

  public KubectlReader(SignatureSet signatures) {
    this.signatures = Objects.requireNonNull(signatures);
  }

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.KUBECTL);
  }

  @Override
  public Reading read(Capture capture) {
    return new Walk(capture).read();
  }

  /** What the lines that follow are part of. */
  private enum Part {
    MESSAGES,
    /** Names, one a line, indented below a line that says what they are. */
    NAMES,
    TABLE
  }

  private final class Walk {
    private final Capture capture;
    private final String text;
    private final Lines lines;
    private final LogScan scan;
    private final List<Login> logins = new ArrayList<>();
    private Optional<LoginAttempt> attempt = Optional.empty();
    private Part part = Part.MESSAGES;

    Walk(Capture capture) {
      this.capture = capture;
      this.text = capture.text();
      this.lines = new Lines(capture);
      this.scan = new LogScan(capture, lines, format, signatures);
    }

    Reading read() {
      capture.command().flatMap(commands::typed).ifPresent(typed -> command(typed, firstLine()));
      while (lines.next()) {
        if (lines.blank()) {
          scan.close();
          part = Part.MESSAGES;
        } else {
          line();
        }
      }
      endAttempt();
      List<Facts> facts = new ArrayList<>();
      facts.add(scan.log());
      if (!logins.isEmpty()) {
        facts.add(new Logins(capture, logins));
      }
      return lines.reading(facts);
    }

    private Span firstLine() {
      int lf = text.indexOf('\n');
      return capture.span(0, lf < 0 ? text.length() : lf);
    }

    private void line() {
      int from = lines.start();
      while (from < lines.end()) {
        int to = format.next(text, from, lines.end());
        piece(from, to, to == lines.end() ? 1 : 0);
        from = to;
      }
    }

    /**
     * @param count 1 when the account of the line hangs on this piece
     */
    private void piece(int from, int to, int count) {
      if (format.begins(text, from, to)) {
        part = Part.MESSAGES;
        scan.add(from, to, count);
        outcome(from, to, false);
        return;
      }
      String piece = text.substring(from, to);
      Optional<KubectlCommand.Typed> typed = commands.typed(piece);
      if (typed.isPresent()) {
        known(Part.MESSAGES);
        command(typed.get(), capture.span(from, to));
      } else if (piece.contains(PASSWORD)) {
        known(Part.MESSAGES);
      } else if (CHATTER.stream().anyMatch(piece::startsWith)) {
        known(piece.stripTrailing().endsWith(":") ? Part.NAMES : Part.MESSAGES);
        outcome(from, to, true);
      } else if (isTableHead(piece)) {
        known(Part.TABLE);
      } else if (part == Part.TABLE && signatures.isCandidate(piece)) {
        scan.close();
        scan.add(from, to, count);
        scan.close();
      } else if (part == Part.MESSAGES
          || part == Part.NAMES && !Character.isWhitespace(piece.charAt(0))) {
        scan.add(from, to, count);
      }
    }

    private void known(Part next) {
      scan.close();
      part = next;
    }

    private void command(KubectlCommand.Typed typed, Span line) {
      if (typed.login() && attempt.filter(open -> open.isStill(typed.server())).isPresent()) {
        attempt = Optional.empty(); // its own command line, which the capture names too
      }
      endAttempt();
      attempt =
          typed.login()
              ? Optional.of(new LoginAttempt(typed.server(), Optional.of(line)))
              : Optional.empty();
    }

    private void endAttempt() {
      attempt.flatMap(LoginAttempt::login).ifPresent(logins::add);
      attempt = Optional.empty();
    }

    /**
     * @param ofLogin whether only a login prints this
     */
    private void outcome(int from, int to, boolean ofLogin) {
      String piece = text.substring(from, to);
      Optional<Outcome> told = told(piece);
      if (told.isPresent() && (attempt.isPresent() || ofLogin || isOfLogin(piece))) {
        LoginAttempt current =
            attempt.orElseGet(() -> new LoginAttempt(Optional.empty(), Optional.empty()));
        attempt = Optional.of(current);
        current.tell(told.get(), capture.span(from, to));
        current.server(server(piece));
      }
    }
  }

  private static Optional<Outcome> told(String piece) {
    if (piece.startsWith("Logged in successfully")) {
      return Optional.of(Outcome.SUCCEEDED);
    }
    if (piece.startsWith("Not all cluster/workload sessions")) {
      return Optional.of(Outcome.PARTLY);
    }
    boolean failed =
        piece.startsWith("FATA[")
            || piece.startsWith("ERRO[")
            || piece.contains("level=error")
            || piece.contains("level=fatal")
            || piece.contains("Login failed")
            || piece.startsWith("There was an error when trying to connect");
    return failed ? Optional.of(Outcome.FAILED) : Optional.empty();
  }

  /** Whether a message is about a login, although no such command was captured. */
  private static boolean isOfLogin(String piece) {
    return piece.contains("/wcp/login") || piece.contains(HOST) || piece.contains("Login failed");
  }

  /** {@code Error while connecting to host 10.20.0.35: …}. */
  private static Optional<String> server(String piece) {
    int at = piece.indexOf(HOST);
    if (at < 0) {
      return Optional.empty();
    }
    int from = at + HOST.length();
    int to = from;
    while (to < piece.length() && !Character.isWhitespace(piece.charAt(to))) {
      to++;
    }
    String name = piece.substring(from, to);
    return KubectlCommand.host(name.endsWith(":") ? name.substring(0, name.length() - 1) : name);
  }

  /** {@code NAME STATUS AGE}: two words at least, all in capitals. */
  private static boolean isTableHead(String piece) {
    String head = piece.strip();
    return (head.startsWith("NAME") || head.startsWith("CURRENT") || head.startsWith("LAST SEEN"))
        && head.indexOf(' ') > 0
        && head.chars().noneMatch(Character::isLowerCase);
  }
}
