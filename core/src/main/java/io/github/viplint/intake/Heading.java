package io.github.viplint.intake;

import io.github.viplint.capture.CaptureKind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that people or the appliance's {@code haproxy-support} put above a text.
 *
 * @param kind of the text below, where the words tell
 * @param path of the file below
 * @param command that printed the text below
 * @param form how it looks, which is how far it can be trusted
 */
record Heading(
    Optional<CaptureKind> kind, Optional<String> path, Optional<String> command, Form form) {
  enum Form {
    /** {@code --- IP ROUTES ---} in network-info.log. */
    SECTION,
    /** {@code --- IP ROUTE TABLES ---}: below it a table's name stands above each table. */
    TABLES,
    /** A section that says nothing of interest. */
    IRRELEVANT,
    /** {@code haproxy.cfg ->}, {@code ==> FILE <==}. */
    NAME,
    /** {@code ##### route-tables #####}: looks like a comment. */
    RULE,
    /** {@code ```}, {@code {code}} and the like. */
    FENCE
  }

  private static final int LONGEST = 300;
  private static final Pattern SECTION = Pattern.compile("--- ([A-Z][A-Z ]{1,40}) ---");
  private static final Pattern ARROW =
      Pattern.compile(
          "(?:\\*\\*|#{1,6} )?`?([\\w./\\\\-]{3,200})`?(?:\\*\\*)?\\s*(?:->|=>|:)(?:\\*\\*)?");
  private static final Pattern TAIL = Pattern.compile("==> (\\S{1,200}) <==");

  /** {@code ### ip rule show}. */
  private static final Pattern TYPED = Pattern.compile("#{2,3} (ip .{1,200})");

  /** {@code --- ip rule}: between the outputs of a script. */
  private static final Pattern STEP = Pattern.compile("--- ((?:ip|cat|systemctl|ss) .{1,200})");

  private static final Pattern RULE =
      Pattern.compile("\\s{0,8}(?:#{4,}|={4,}|\\*{4,}|-{4,}|_{4,}|~{4,}|\\+{4,})(.*)");

  /** The heading that a cleaned line is. */
  static Optional<Heading> of(String line) {
    if (line.length() < 3 || line.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher section = SECTION.matcher(line);
    if (section.matches()) {
      return Optional.of(section(section.group(1)));
    }
    Optional<Fence> fence = Fence.of(line);
    if (fence.isPresent()) {
      return Optional.of(named(fence.get().name(), Form.FENCE));
    }
    for (Pattern form : List.of(TAIL, ARROW)) {
      Matcher name = form.matcher(line);
      if (name.matches() && KnownFile.of(name.group(1)).isPresent()) {
        return Optional.of(named(name.group(1), line.startsWith("#") ? Form.RULE : Form.NAME));
      }
    }
    Matcher typed = TYPED.matcher(line);
    if (typed.matches() && Command.of(typed.group(1)).kind().isPresent()) {
      return Optional.of(named(typed.group(1), Form.RULE));
    }
    Matcher step = STEP.matcher(line);
    if (step.matches() && Command.of(step.group(1)).kind().isPresent()) {
      return Optional.of(named(step.group(1), Form.NAME));
    }
    Matcher rule = RULE.matcher(line);
    return rule.matches() && !line.startsWith("-----BEGIN") && !line.startsWith("-----END")
        ? Optional.of(named(inner(rule.group(1)), Form.RULE))
        : Optional.empty();
  }

  private static String inner(String words) {
    int end = words.length();
    while (end > 0 && "#=*-_~+ \t".indexOf(words.charAt(end - 1)) >= 0) {
      end--;
    }
    return words.substring(0, end).strip();
  }

  private static Heading section(String name) {
    return switch (name) {
      case "IP ADDRS" -> output(CaptureKind.IP_ADDR, "ip a");
      case "IP RULES" -> output(CaptureKind.IP_RULE, "ip rule");
      case "IP ROUTES" -> output(CaptureKind.IP_ROUTE, "ip r");
      case "IP ROUTE TABLE LOCAL" -> output(CaptureKind.IP_ROUTE, "ip route show table local");
      case "OPEN PORTS" -> output(CaptureKind.LISTENING_SOCKETS, "lsof -i");
      case "IP ROUTE TABLES" ->
          new Heading(Optional.empty(), Optional.empty(), Optional.empty(), Form.TABLES);
      default -> new Heading(Optional.empty(), Optional.empty(), Optional.empty(), Form.IRRELEVANT);
    };
  }

  private static Heading output(CaptureKind kind, String command) {
    return new Heading(Optional.of(kind), Optional.empty(), Optional.of(command), Form.SECTION);
  }

  private static Heading named(String words, Form form) {
    Command command = Command.of(words);
    if (command.known() && command.kind().isPresent() && command.path().isEmpty()) {
      return new Heading(command.kind(), Optional.empty(), Optional.of(words), form);
    }
    Optional<KnownFile> file =
        words.isEmpty() ? Optional.empty() : KnownFile.of(words.split("\\s", 2)[0]);
    return new Heading(
        file.map(KnownFile::kind).or(() -> KnownFile.spokenOf(words)),
        file.map(KnownFile::path),
        Optional.empty(),
        form);
  }

  /** The text that it stands in goes on below it: a program printed it, no person. */
  boolean printed() {
    return form == Form.SECTION || form == Form.TABLES || form == Form.IRRELEVANT;
  }
}
