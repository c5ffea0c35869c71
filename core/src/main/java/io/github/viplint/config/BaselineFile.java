package io.github.viplint.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.viplint.config.Node.Mapping;
import io.github.viplint.config.Node.Scalar;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.ReviewRule;
import io.github.viplint.lint.Suppression;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    Optional<Node> root = NodeReader.json(file, shown, MOST_BYTES);
    if (root.isEmpty()) {
      throw new ConfigurationException(shown + ": is empty; --write-baseline writes one");
    }
    Mapping baseline = root.get().mapping("a baseline as --write-baseline writes it");
    boolean known =
        baseline.needed("formatVersion") instanceof Scalar version && version.text().equals("1");
    if (!known) {
      throw new ConfigurationException(
          baseline.needed("formatVersion").span(), "is a baseline of another version than 1");
    }
    List<Suppression> all = new ArrayList<>();
    for (Node entry : baseline.needed("findings").items("`findings` to be a list")) {
      all.add(suppression(entry.mapping("a finding with fingerprint, rule and count")));
    }
    return all;
  }

  private Suppression suppression(Mapping entry) throws ConfigurationException {
    return new Suppression(
        Suppression.Kind.BASELINE,
        entry.span(),
        matching(entry, "rule", RULE),
        new Suppression.Scope(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(matching(entry, "fingerprint", FINGERPRINT)),
            Optional.of(entry.needed("lab").text("the name of a lab").text()),
            top(entry)),
        "",
        Optional.empty(),
        count(entry));
  }

  private Optional<Path> top(Mapping entry) throws ConfigurationException {
    String name = entry.needed("file").text("the name of a file").text();
    try {
      return Optional.of(folder().resolve(name).normalize());
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

  /** An entry, and what it is sorted by. */
  private record Entry(
      String file, String rule, String fingerprint, String lab, String message, int count) {
    Entry more() {
      return new Entry(file, rule, fingerprint, lab, message, count + 1);
    }
  }

  /**
   * Writes down what a report found: all but what is said of suppressions themselves.
   *
   * @param base that the files of the report start from
   */
  public void write(Report report, Path base, Writer out) throws IOException {
    Set<String> reviews =
        report.rules().stream()
            .filter(ReviewRule.class::isInstance)
            .map(rule -> rule.info().code())
            .collect(Collectors.toSet());
    Map<String, Entry> entries = new TreeMap<>();
    for (Report.Entry found : report.findings()) {
      if (!reviews.contains(found.finding().rule().code())) {
        entries.merge(found.fingerprint(), entry(found, base), (before, now) -> before.more());
      }
    }
    out.write("{\n  \"formatVersion\": 1,\n  \"findings\": [");
    String lead = "\n    ";
    List<Entry> sorted =
        entries.values().stream()
            .sorted(
                Comparator.comparing(Entry::file)
                    .thenComparing(Entry::rule)
                    .thenComparing(Entry::fingerprint))
            .toList();
    for (Entry entry : sorted) {
      out.write(lead + line(entry));
      lead = ",\n    ";
    }
    out.write(sorted.isEmpty() ? "]\n}\n" : "\n  ]\n}\n");
  }

  private Entry entry(Report.Entry found, Path base) {
    Finding finding = found.finding();
    return new Entry(
        named(finding.span().place().file(), base),
        finding.rule().code(),
        found.fingerprint(),
        found.lab(),
        finding.message(),
        1);
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
