package io.github.viplint.report.earlier;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Place;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.SourceAccount;
import io.github.viplint.lint.BadReportException;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Policy;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Rule;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.space.Claims;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON report of format version 1, as a report again. What the text of it does not hold is empty:
 * of files only the lines that it quotes are there. Fields that it does not know are passed over.
 */
public final class EarlierReport {
  private static final int FORMAT_VERSION = 1;

  private final Fields report;
  private final KnownRules rules;
  private final EarlierSources sources;

  private EarlierReport(Fields report, List<Rule> rules, Mask mask) throws BadReportException {
    this.report = report;
    this.rules = new KnownRules(rules);
    this.sources = new EarlierSources(report, mask);
  }

  /**
   * Reads one.
   *
   * @param rules those of this viplint, which may be another one than wrote the report
   * @param mask hides secrets once more: whoever wrote the report may not have
   * @throws BadReportException when it is no such report, or does not hold together
   */
  public static Report read(InputStream in, List<Rule> rules, Mask mask)
      throws IOException, BadReportException {
    Fields fields = Fields.of(JsonTree.read(in));
    if (!fields.has("formatVersion")) {
      throw new BadReportException("is no report of viplint: it has no formatVersion");
    }
    int version = fields.number("formatVersion", 0);
    if (version != FORMAT_VERSION) {
      throw new BadReportException(
          "is of format version " + version + "; this viplint reads " + FORMAT_VERSION);
    }
    return new EarlierReport(fields, rules, mask).report(rules);
  }

  private Report report(List<Rule> known) throws BadReportException {
    EarlierFindings findings = new EarlierFindings(report, rules, sources);
    return new Report(
        report.object("tool").text("version"),
        known,
        options(),
        labs(),
        captures(),
        findings.entries(),
        findings.suppressed(),
        results(),
        wanted(),
        accounts(),
        problems(),
        ruleErrors());
  }

  private Options options() throws BadReportException {
    Set<String> off = new HashSet<>();
    for (Fields result : report.objects("rules")) {
      if (result.optional("reason").filter(Report.OFF::equals).isPresent()) {
        off.add(result.text("rule"));
      }
    }
    Policy policy = Policy.NONE.withOff(off);
    if (!report.has("run")) {
      return Options.DEFAULT.with(policy);
    }
    Fields run = report.object("run");
    Optional<String> haproxy = run.optional("haproxy");
    Optional<HaproxyVersion> version = haproxy.flatMap(HaproxyVersion::of);
    return new Options(version, run.optional("appliance"), run.optional("config"), policy);
  }

  private List<Report.LabSummary> labs() throws BadReportException {
    List<Report.LabSummary> labs = new ArrayList<>();
    for (Fields lab : report.objects("labs")) {
      List<Report.HostSummary> hosts = new ArrayList<>();
      for (Fields host : lab.objects("hosts")) {
        hosts.add(new Report.HostSummary(host.text("name"), role(host), host.number("states", 0)));
      }
      Claims claims = EarlierClaims.of(lab.objects("addresses"), sources);
      labs.add(new Report.LabSummary(lab.text("name"), hosts, () -> claims));
    }
    return labs;
  }

  private static Optional<Role> role(Fields fields) throws BadReportException {
    return fields.has("role")
        ? Optional.of(fields.one("role", Role.values(), Role::id))
        : Optional.empty();
  }

  private List<Report.CaptureSummary> captures() throws BadReportException {
    List<Report.CaptureSummary> captures = new ArrayList<>();
    for (Fields capture : report.objects("captures")) {
      captures.add(
          new Report.CaptureSummary(
              capture.text("id"),
              sources.capture(capture.text("id"), capture),
              capture.optional("lab").orElse(""),
              capture.optional("host"),
              capture.has("state") ? capture.number("state", 1) : 1,
              coverage(capture)));
    }
    return captures;
  }

  private static Coverage coverage(Fields capture) throws BadReportException {
    Fields lines = capture.object("lines");
    int total = lines.number("total", 0);
    int understood = lines.number("understood", 0);
    int scanned = lines.number("scanned", 0);
    int problems = lines.number("problems", 0);
    if ((long) understood + scanned + problems != total) {
      throw lines.missing("total", "sum of the others");
    }
    return new Coverage(total, understood, scanned, problems);
  }

  private List<Report.RuleResult> results() throws BadReportException {
    List<Report.RuleResult> results = new ArrayList<>();
    for (Fields result : report.objects("rules")) {
      results.add(
          new Report.RuleResult(
              rules.of(result),
              result.optional("lab").orElse(""),
              result.optional("host"),
              result.one("result", Report.Outcome.values(), EarlierSources::id),
              result.optional("reason").orElse("")));
    }
    return results;
  }

  private List<Report.Wanted> wanted() throws BadReportException {
    List<Report.Wanted> wanted = new ArrayList<>();
    for (Fields capture : report.objects("wanted")) {
      wanted.add(
          new Report.Wanted(
              capture.optional("lab").orElse(""),
              role(capture),
              capture.optional("host"),
              capture.one("kind", CaptureKind.values(), CaptureKind::id),
              capture.text("command"),
              capture.texts("enables")));
    }
    return wanted;
  }

  private List<SourceAccount> accounts() throws BadReportException {
    List<SourceAccount> accounts = new ArrayList<>();
    List<Fields> captures = report.objects("captures");
    for (Fields source : report.objects("sources")) {
      String file = source.text("file");
      List<Capture> own = new ArrayList<>();
      for (Fields capture : captures) {
        if (capture.text("origin").equals(file)) {
          own.add(sources.capture(capture.text("id"), capture));
        }
      }
      accounts.add(
          new SourceAccount(
              sources.source(file),
              own,
              source.number("ignoredLines", 0),
              source.numbers("strayLines")));
    }
    return accounts;
  }

  private List<InputProblem> problems() throws BadReportException {
    List<InputProblem> problems = new ArrayList<>();
    for (Fields problem : report.objects("inputProblems")) {
      Fields location = problem.object("location");
      Optional<Place> place =
          location.has("startLine") ? Optional.of(place(location)) : Optional.empty();
      InputProblem.Extent extent =
          problem.has("extent")
              ? problem.one("extent", InputProblem.Extent.values(), EarlierSources::id)
              : place.isPresent() ? InputProblem.Extent.PART : InputProblem.Extent.FILE;
      problems.add(new InputProblem(location.text("file"), place, problem.text("message"), extent));
    }
    return problems;
  }

  private static Place place(Fields location) throws BadReportException {
    return new Place(
        location.text("file"),
        location.number("startLine", 1),
        location.number("startColumn", 1),
        location.number("endLine", 1),
        location.number("endColumn", 1));
  }

  private List<Report.RuleError> ruleErrors() throws BadReportException {
    List<Report.RuleError> errors = new ArrayList<>();
    for (Fields error : report.objects("ruleErrors")) {
      errors.add(new Report.RuleError(rules.of(error), error.text("message")));
    }
    return errors;
  }
}
