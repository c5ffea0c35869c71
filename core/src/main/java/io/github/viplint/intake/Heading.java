package io.github.viplint.intake;

import io.github.viplint.capture.CaptureKind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

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
  private static final TextForm SECTION = TextForm.with("--- ", "--- ([A-Z][A-Z ]{1,40}) ---");
  private static final TextForm ARROW =
      TextForm.like(
          "(?:\\*\\*|#{1,6} )?`?([\\w./\\\\-]{3,200})`?(?:\\*\\*)?\\s*(?:->|=>|:)(?:\\*\\*)?");
  private static final TextForm TAIL = TextForm.with("==> ", "==> (\\S{1,200}) <==");

  /** {@code ### ip rule show}. */
  private static final TextForm TYPED = TextForm.with("## ip ", "#{2,3} (ip .{1,200})");

  /** {@code --- ip rule}: between the outputs of a script. */
  private static final TextForm STEP =
      TextForm.with("--- ", "--- ((?:ip|cat|systemctl|ss) .{1,200})");

  /** Lines that name a file end so. */
  private static final String NAME_ENDS = ">:*=";

  static final List<TextForm> NAMES = List.of(TAIL, ARROW);

  /** What rules are drawn with. */
  private static final String RULES = "#=*-_~+";

  static final TextForm RULE =
      TextForm.like("\\s{0,8}(?:#{4,}|={4,}|\\*{4,}|-{4,}|_{4,}|~{4,}|\\+{4,})(.*)");

  /** Those that are told by a piece of them. */
  static final List<TextForm> QUICK = List.of(SECTION, TAIL, TYPED, STEP);

  /** The heading that a cleaned line is. */
  static Optional<Heading> of(String line) {
    if (line.length() < 3 || line.length() > LONGEST) {
      return Optional.empty();
    }
    Optional<Matcher> section = SECTION.whole(line);
    if (section.isPresent()) {
      return Optional.of(section(section.get().group(1)));
    }
    Optional<Fence> fence = Fence.of(line);
    if (fence.isPresent()) {
      return Optional.of(named(fence.get().name(), Form.FENCE));
    }
    for (TextForm form : mayName(line) ? NAMES : List.<TextForm>of()) {
      Optional<String> name = form.whole(line).map(matcher -> matcher.group(1));
      if (name.flatMap(KnownFile::of).isPresent()) {
        return Optional.of(named(name.get(), line.startsWith("#") ? Form.RULE : Form.NAME));
      }
    }
    Optional<String> typed = command(TYPED, line);
    if (typed.isPresent()) {
      return Optional.of(named(typed.get(), Form.RULE));
    }
    Optional<String> step = command(STEP, line);
    if (step.isPresent()) {
      return Optional.of(named(step.get(), Form.NAME));
    }
    return mayBeRule(line) ? rule(line) : Optional.empty();
  }

  static boolean mayName(String line) {
    return NAME_ENDS.indexOf(line.charAt(line.length() - 1)) >= 0;
  }

  /** After blanks. */
  static boolean mayBeRule(String line) {
    char first = line.charAt(0);
    return Character.isWhitespace(first) || RULES.indexOf(first) >= 0;
  }

  private static Optional<Heading> rule(String line) {
    return RULE.whole(line)
        .filter(rule -> !line.startsWith("-----BEGIN") && !line.startsWith("-----END"))
        .map(rule -> named(inner(rule.group(1)), Form.RULE));
  }

  private static Optional<String> command(TextForm form, String line) {
    return form.whole(line)
        .map(matcher -> matcher.group(1))
        .filter(words -> Command.of(words).kind().isPresent());
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
