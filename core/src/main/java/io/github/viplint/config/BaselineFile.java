package io.github.viplint.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.viplint.capture.Span;
import io.github.viplint.config.Node.Mapping;
import io.github.viplint.config.Node.Scalar;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Policy;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.ReviewRule;
import io.github.viplint.lint.Suppression;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was known before, so that only what is new is reported: JSON with one line for each
 * fingerprint and how often it is found, sorted by file, so that versions of it can be compared
 * line by line. Rule, file, lab and message are there for people; only fingerprint, rule and count
 * decide.
 */
public final class BaselineFile {
  private static final int MOST_BYTES = 16 << 20;
  private static final int MOST_COUNT = 1_000_000;
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern RULE = Pattern.compile("[A-Z]{2,8}\\d{3}");

  private final Path file;

  /** A baseline, there or yet to be written. */
  public BaselineFile(Path file) {
    this.file = file.toAbsolutePath().normalize();
  }

  /**
   * What it suppresses.
   *
   * @param shown what to call it in messages and reports
   * @throws ConfigurationException when it can't be read or is no baseline
   */
  public List<Suppression> read(String shown) throws ConfigurationException {
    return entries(shown).stream().map(this::suppression).toList();
  }

  /**
   * One line.
   *
   * @param file from the folder of the baseline
   * @param count how often it is found
   */
  private record Entry(
      String file, String rule, int count, String fingerprint, String lab, String message) {
    static final Comparator<Entry> ORDER =
        Comparator.comparing(Entry::file)
            .thenComparing(Entry::rule)
            .thenComparing(Entry::fingerprint);

    Entry and(Entry same) {
      return new Entry(file, rule, count + same.count, fingerprint, lab, message);
    }
  }

  private record Placed(Span span, Entry entry) {}

  private List<Placed> entries(String shown) throws ConfigurationException {
    if (Files.notExists(file)) {
      throw new ConfigurationException(shown + ": is not there; --write-baseline writes one");
    }
    Optional<Node> root = NodeReader.json(file, shown, MOST_BYTES);
    if (root.isEmpty()) {
      throw new ConfigurationException(shown + ": is empty; --write-baseline writes one");
    }
    Mapping baseline = root.get().mapping("a baseline as --write-baseline writes it");
    Node version = baseline.needed("formatVersion");
    if (!(version instanceof Scalar number) || !number.text().equals("1")) {
      throw new ConfigurationException(version.span(), "is a baseline of another version than 1");
    }
    List<Placed> all = new ArrayList<>();
    for (Node item : baseline.needed("findings").items("`findings` to be a list")) {
      Mapping fields = item.mapping("a finding with fingerprint, rule and count");
      Optional<Node> message = fields.get("message");
      Entry entry =
          new Entry(
              fields.needed("file").text("the name of a file").text(),
              matching(fields, "rule", RULE),
              count(fields),
              matching(fields, "fingerprint", FINGERPRINT),
              fields.needed("lab").text("the name of a lab").text(),
              message.isPresent() ? message.get().text("the message").text() : "");
      all.add(new Placed(fields.span(), entry));
    }
    return all;
  }

  private Suppression suppression(Placed placed) {
    Entry entry = placed.entry();
    return new Suppression(
        Suppression.Kind.BASELINE,
        placed.span(),
        entry.rule(),
        new Suppression.Scope(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(entry.fingerprint()),
            Optional.of(entry.lab()),
            top(entry)),
        "",
        Optional.empty(),
        entry.count());
  }

  private Optional<Path> top(Entry entry) {
    try {
      return Optional.of(folder().resolve(entry.file()).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static String matching(Mapping entry, String key, Pattern pattern)
      throws ConfigurationException {
    Scalar said = entry.needed(key).text("a " + key);
    if (!pattern.matcher(said.text()).matches()) {
      throw new ConfigurationException(said.span(), "is no " + key);
    }
    return said.text();
  }

  private static int count(Mapping entry) throws ConfigurationException {
    Node said = entry.needed("count");
    boolean number =
        said instanceof Scalar scalar
            && scalar.type() == Node.Type.NUMBER
            && scalar.text().matches("[1-9][0-9]{0,6}");
    int count = number ? Integer.parseInt(((Scalar) said).text()) : 0;
    if (count < 1 || count > MOST_COUNT) {
      throw new ConfigurationException(said.span(), "expected how often it is found, 1 or more");
    }
    return count;
  }

  private Path folder() {
    Path folder = file.getParent();
    return folder == null ? file : folder;
  }

  /**
   * The baseline that knows what a report found: all but what is said of suppressions themselves.
   * What it knew of files that were not looked at stays.
   *
   * @throws ConfigurationException when there is a file already, and it is no baseline
   */
  public String text(Report report) throws ConfigurationException, IOException {
    Policy.Looked looked = report.options().policy().looked();
    Map<List<String>, Entry> entries = new HashMap<>();
    if (Files.exists(file)) {
      for (Placed old : entries(file.toString())) {
        if (top(old.entry()).filter(looked::holds).isEmpty()) {
          add(old.entry(), entries);
        }
      }
    }
    Set<String> reviews = reviews(report);
    for (Report.Entry found : report.findings()) {
      if (!reviews.contains(found.finding().rule().code())) {
        add(entry(found, looked.base()), entries);
      }
    }
    StringBuilder text = new StringBuilder("{\n  \"formatVersion\": 1,\n  \"findings\": [");
    String lead = "\n    ";
    for (Entry entry : entries.values().stream().sorted(Entry.ORDER).toList()) {
      text.append(lead).append(line(entry));
      lead = ",\n    ";
    }
    return text.append(entries.isEmpty() ? "]\n}\n" : "\n  ]\n}\n").toString();
  }

  private static void add(Entry entry, Map<List<String>, Entry> entries) {
    entries.merge(List.of(entry.fingerprint(), entry.file()), entry, Entry::and);
  }

  private static Set<String> reviews(Report report) {
    return report.rules().stream()
        .filter(ReviewRule.class::isInstance)
        .map(rule -> rule.info().code())
        .collect(Collectors.toSet());
  }

  /**
   * The report of the same run, had this baseline been there.
   *
   * @param shown what to call it in messages and reports
   */
  public Report known(Report report, String shown) throws ConfigurationException {
    Map<String, Suppression> byFingerprint = new HashMap<>();
    read(shown)
        .forEach(
            one -> one.scope().fingerprint().ifPresent(print -> byFingerprint.put(print, one)));
    List<Report.Entry> left = new ArrayList<>();
    List<Report.Suppressed> suppressed = new ArrayList<>(report.suppressed());
    for (Report.Entry entry : report.findings()) {
      Suppression by = byFingerprint.get(entry.fingerprint());
      if (by == null) {
        left.add(entry);
      } else {
        suppressed.add(
            new Report.Suppressed(entry.lab(), entry.finding(), entry.fingerprint(), by));
      }
    }
    return report.withFindings(left).withSuppressed(suppressed);
  }

  private Entry entry(Report.Entry found, Path base) {
    Finding finding = found.finding();
    return new Entry(
        named(finding.span().place().file(), base),
        finding.rule().code(),
        1,
        found.fingerprint(),
        found.lab(),
        finding.message());
  }

  /** From the folder of the baseline, so that it is the same wherever viplint is run. */
  private String named(String name, Path base) {
    try {
      Path path = base.resolve(name).normalize();
      Path folder = folder();
      return path.startsWith(folder) ? folder.relativize(path).toString().replace('\\', '/') : name;
    } catch (InvalidPathException e) {
      return name;
    }
  }

  private static String line(Entry entry) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("file", entry.file());
      json.writeStringField("rule", entry.rule());
      json.writeNumberField("count", entry.count());
      json.writeStringField("fingerprint", entry.fingerprint());
      json.writeStringField("lab", entry.lab());
      json.writeStringField("message", entry.message());
      json.writeEndObject();
    }
    return text.toString();
  }
}
