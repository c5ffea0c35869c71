package io.github.viplint.config;

import io.github.viplint.config.Node.Field;
import io.github.viplint.config.Node.Mapping;
import io.github.viplint.lint.FileGlob;
import io.github.viplint.lint.NearestName;
import io.github.viplint.lint.ReviewRule;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.lint.Suppression;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a configuration says of rules, findings and reports, as written: which rules and formats
 * there are is known only when all of it was read.
 */
public final class Decisions {
  static final Decisions NONE =
      new Decisions(Path.of(""), Optional.empty(), Optional.empty(), Optional.empty());

  private static final List<String> WORDS = List.of("off", "on", "error", "warning", "info");
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{32}");

  private final Path folder;
  private final Optional<Node> rules;
  private final Optional<Node> suppressions;
  private final Optional<Node> reports;

  Decisions(
      Path folder, Optional<Node> rules, Optional<Node> suppressions, Optional<Node> reports) {
    this.folder = folder;
    this.rules = rules;
    this.suppressions = suppressions;
    this.reports = reports;
  }

  /**
   * What they mean.
   *
   * @param known all rules, those of the user's signatures too
   * @param formats that a report may have
   * @throws ConfigurationException when they name what there is not, or something twice
   */
  public Settings settings(List<Rule> known, List<String> formats) throws ConfigurationException {
    Set<String> off = new HashSet<>();
    Map<String, Severity> severities = new HashMap<>();
    if (rules.isPresent()) {
      rules(known, off, severities);
    }
    List<Suppression> found = new ArrayList<>();
    if (suppressions.isPresent()) {
      Map<List<String>, Suppression> seen = new HashMap<>();
      for (Node item : suppressions.get().items("`suppressions` to be a list")) {
        found.add(suppression(item, known, seen));
      }
    }
    Map<String, Path> files = new LinkedHashMap<>();
    if (reports.isPresent()) {
      for (Field field :
          reports
              .get()
              .mapping("`reports` to be a mapping such as `sarif: out.sarif`")
              .fields()
              .values()) {
        String format = field.key().text();
        if (!formats.contains(format)) {
          throw new ConfigurationException(
              field.key().span(), nothing("format", field.key().shortened(), formats));
        }
        files.put(format, Inside.of(folder, field.value().text("the file of the report")));
      }
    }
    return new Settings(off, severities, found, files);
  }

  private void rules(List<Rule> known, Set<String> off, Map<String, Severity> severities)
      throws ConfigurationException {
    Map<String, Field> named = new HashMap<>();
    for (Field field :
        rules
            .orElseThrow()
            .mapping("`rules` to be a mapping such as `VL103: off`")
            .fields()
            .values()) {
      String code = rule(field.key(), known).info().code();
      Field before = named.putIfAbsent(code, field);
      if (before != null) {
        throw new ConfigurationException(
            field.key().span(),
            code + " is there already, in line " + before.key().span().place().startLine());
      }
      String word = word(field.value());
      if (word.equals("off")) {
        off.add(code);
      } else if (!word.equals("on")) {
        severities.put(code, Severity.valueOf(word.toUpperCase(Locale.ROOT)));
      }
    }
  }

  /** YAML 1.1 takes {@code off} for false and {@code on} for true. */
  private static String word(Node value) throws ConfigurationException {
    if (value instanceof Node.Scalar scalar) {
      if (scalar.type() == Node.Type.TRUE || scalar.type() == Node.Type.FALSE) {
        return scalar.type() == Node.Type.TRUE ? "on" : "off";
      }
      if (scalar.type() == Node.Type.TEXT && WORDS.contains(scalar.text())) {
        return scalar.text();
      }
      if (scalar.type() == Node.Type.TEXT) {
        throw new ConfigurationException(
            scalar.span(), nothing("setting of a rule", scalar.shortened(), WORDS));
      }
    }
    throw new ConfigurationException(
        value.span(), "expected one of " + String.join(", ", WORDS) + ", found " + value.called());
  }

  private Suppression suppression(Node item, List<Rule> known, Map<List<String>, Suppression> seen)
      throws ConfigurationException {
    Mapping entry = item.mapping("a suppression with rule and reason");
    entry.only("rule", "path", "subject", "fingerprint", "reason", "until");
    Node.Scalar named = entry.needed("rule").text("the code of a rule");
    Rule rule = rule(named, known);
    if (rule instanceof ReviewRule) {
      throw new ConfigurationException(
          named.span(), rule.info().code() + " can't be suppressed; switch it off under `rules`");
    }
    String reason = entry.needed("reason").text("why it is right as it is").text();
    Optional<Node> path = entry.get("path");
    Optional<FileGlob> files =
        path.isPresent()
            ? Optional.of(glob(path.get().text("a file, a folder or a glob")))
            : Optional.empty();
    Suppression suppression =
        new Suppression(
            Suppression.Kind.CONFIGURATION,
            named.span(),
            rule.info().code(),
            new Suppression.Scope(
                Optional.empty(),
                files,
                text(entry, "subject", "an address, range or name as a finding's subject"),
                fingerprint(entry),
                Optional.empty(),
                Optional.of(files.map(FileGlob::top).orElse(folder))),
            reason,
            until(entry),
            Integer.MAX_VALUE);
    List<String> key =
        Stream.of("rule", "path", "subject", "fingerprint", "reason", "until")
            .map(name -> entry.get(name).map(node -> ((Node.Scalar) node).text()).orElse(""))
            .toList();
    Suppression before = seen.putIfAbsent(key, suppression);
    if (before != null) {
      throw new ConfigurationException(
          entry.span(),
          "the same suppression is there already, in line " + before.span().place().startLine());
    }
    return suppression;
  }

  private FileGlob glob(Node.Scalar path) throws ConfigurationException {
    Inside.check(path);
    try {
      return new FileGlob(folder, path.text());
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(path.span(), String.valueOf(e.getMessage()));
    }
  }

  private static Optional<String> text(Mapping entry, String key, String wanted)
      throws ConfigurationException {
    Optional<Node> node = entry.get(key);
    return node.isPresent() ? Optional.of(node.get().text(wanted).text()) : Optional.empty();
  }

  private static Optional<String> fingerprint(Mapping entry) throws ConfigurationException {
    Optional<String> text = text(entry, "fingerprint", "a fingerprint out of a JSON report");
    if (text.isPresent() && !FINGERPRINT.matcher(text.get()).matches()) {
      throw new ConfigurationException(
          entry.needed("fingerprint").span(), "a fingerprint has 32 hexadecimal digits");
    }
    return text;
  }

  private static Optional<LocalDate> until(Mapping entry) throws ConfigurationException {
    Optional<String> text = text(entry, "until", "a day such as 2027-01-31");
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      throw new ConfigurationException(
          entry.needed("until").span(), "expected a day such as 2027-01-31");
    }
  }

  private static Rule rule(Node.Scalar named, List<Rule> known) throws ConfigurationException {
    Optional<Rule> found =
        known.stream().filter(rule -> rule.info().isCalled(named.text())).findFirst();
    if (found.isPresent()) {
      return found.get();
    }
    List<String> names = known.stream().map(Rule::info).flatMap(Decisions::names).toList();
    throw new ConfigurationException(
        named.span(),
        "there is no rule `"
            + named.shortened()
            + "`"
            + NearestName.to(named.text(), names)
                .map(name -> "; did you mean `" + name + "`?")
                .orElse("")
            + " (viplint rules lists all)");
  }

  private static Stream<String> names(RuleInfo info) {
    return Stream.concat(Stream.of(info.code(), info.name()), info.aliases().stream());
  }

  private static String nothing(String noun, String word, List<String> words) {
    return "there is no "
        + noun
        + " `"
        + word
        + "`"
        + NearestName.to(word, words).map(name -> "; did you mean `" + name + "`?").orElse("")
        + " (there are: "
        + String.join(", ", words)
        + ")";
  }
}
