package io.github.viplint;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Inputs;
import io.github.viplint.capture.Mask;
import io.github.viplint.config.Yaml;
import io.github.viplint.fix.ConfigFiles;
import io.github.viplint.fix.FileWriter;
import io.github.viplint.fix.Planning;
import io.github.viplint.fix.Proof;
import io.github.viplint.intake.Intake;
import io.github.viplint.intake.Rewriting;
import io.github.viplint.lint.BadReportException;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.FixPlan;
import io.github.viplint.lint.Linter;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.RulePack;
import io.github.viplint.lint.Survey;
import io.github.viplint.lint.Witness;
import io.github.viplint.log.Signature;
import io.github.viplint.log.SignatureSet;
import io.github.viplint.model.Lab;
import io.github.viplint.read.LabReader;
import io.github.viplint.read.Readers;
import io.github.viplint.redact.Secrets;
import io.github.viplint.redact.anonym.Anonymizer;
import io.github.viplint.report.earlier.EarlierReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;

/**
 * The front door: inputs and options in, a report out. Immutable; may be used from several threads.
 *
 * <p>Opens no socket, reads only what its inputs name, and writes no file but those that {@link
 * #write} is asked to.
 */
public final class Viplint {
  private static final String TOO_LARGE =
      "needs more memory than there is; cut out the part that matters, or raise the limit with"
          + " JAVA_TOOL_OPTIONS=-Xmx4g";

  private final List<RulePack> packs;

  /** By what they say of themselves, in order of their codes. */
  private final Map<RuleInfo, Rule> rules;

  private final SignatureSet signatures;
  private final List<Witness.Call> witnesses;
  private final Options options;
  private final Rewriting rewriting;

  /**
   * @param packs where rules and log signatures come from
   * @throws IllegalArgumentException when there is no rule at all, none that is switched on, or two
   *     rules share a code or name
   */
  public Viplint(List<RulePack> packs, Options options) {
    this(packs, options, Rewriting.NONE);
  }

  private Viplint(List<RulePack> packs, Options options, Rewriting rewriting) {
    this(
        List.copyOf(packs),
        inOrder(packs),
        new SignatureSet(packs.stream().flatMap(pack -> pack.signatures().stream()).toList()),
        packs.stream().flatMap(pack -> pack.witnesses().stream()).toList(),
        options,
        rewriting);
  }

  private static Map<RuleInfo, Rule> inOrder(List<RulePack> packs) {
    Map<RuleInfo, Rule> rules = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    for (RulePack pack : packs) {
      for (Rule rule : pack.rules()) {
        RuleInfo info = rule.info();
        if (!names.add(info.code()) || !names.add(info.name())) {
          throw new IllegalArgumentException("two rules are called " + info);
        }
        rules.put(info, rule);
      }
    }
    List<RuleInfo> infos = new ArrayList<>(rules.keySet());
    infos.sort(Comparator.comparing(RuleInfo::code));
    Map<RuleInfo, Rule> inOrder = new LinkedHashMap<>();
    infos.forEach(info -> inOrder.put(info, rules.get(info)));
    return inOrder;
  }

  private Viplint(
      List<RulePack> packs,
      Map<RuleInfo, Rule> rules,
      SignatureSet signatures,
      List<Witness.Call> witnesses,
      Options options,
      Rewriting rewriting) {
    this.packs = packs;
    this.rules = rules;
    this.signatures = signatures;
    this.witnesses = witnesses;
    this.options = options;
    this.rewriting = rewriting;
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("there is no rule to run");
    }
    Set<String> off = options.policy().off();
    if (!off.isEmpty() && rules.keySet().stream().allMatch(info -> off.contains(info.code()))) {
      throw new IllegalArgumentException("every rule is switched off");
    }
  }

  /** With every rule pack on the class path. */
  public static Viplint standard(Options options) {
    return new Viplint(
        ServiceLoader.load(RulePack.class, Viplint.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList(),
        options);
  }

  /**
   * The same with one more pack.
   *
   * @throws IllegalArgumentException when a signature of it names a rule that does not exist, or a
   *     name is taken
   */
  public Viplint with(RulePack pack) {
    List<RulePack> all = new ArrayList<>(packs);
    all.add(pack);
    Viplint extended = new Viplint(all, options, rewriting);
    Set<String> codes = new HashSet<>();
    extended.rules.keySet().forEach(info -> codes.add(info.code()));
    for (Signature signature : pack.signatures()) {
      if (!codes.contains(signature.rule())) {
        throw new IllegalArgumentException(
            signature.id() + " names the rule " + signature.rule() + ", and there is none");
      }
    }
    return extended;
  }

  /**
   * The same with other options.
   *
   * @throws IllegalArgumentException when they leave no rule switched on
   */
  public Viplint with(Options other) {
    return new Viplint(packs, rules, signatures, witnesses, other, rewriting);
  }

  /**
   * The same, that tells of each lab under other names and addresses, and says what is as true of
   * them.
   *
   * @param key the same gives the same names and addresses; empty for one that nobody will know
   */
  public Viplint anonymizing(Optional<String> key) {
    return new Viplint(
        packs,
        rules,
        signatures,
        witnesses,
        options,
        (texts, labels) -> Anonymizer.of(key, Secrets.without(texts), labels)::apply);
  }

  /** All rules, in order of their codes. */
  public List<Rule> rules() {
    return List.copyOf(rules.values());
  }

  /** The version of viplint. */
  public static String version() {
    Properties properties = new Properties();
    try (InputStream in = Viplint.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  /**
   * Takes an earlier JSON report in again. What it says is masked anew, whoever wrote it.
   *
   * @param in is read to its end and not closed
   * @throws BadReportException when it is no such report, or does not hold together
   */
  public Report earlier(InputStream in) throws IOException, BadReportException {
    Mask mask = Secrets.in(List.of());
    return new MaskedReport(mask).of(EarlierReport.read(in, rules(), mask));
  }

  /**
   * Looks at the inputs. What can't be read is in the report's problems; nothing that an input
   * holds makes this throw.
   */
  public Report check(Inputs inputs) {
    return judged(inputs, this::check);
  }

  private <T> T judged(Inputs inputs, Function<Intake, T> judge) {
    Intake intake =
        Intake.of(inputs, rewriting, Secrets::in, signatures.literalSearch(Intake.MARKS)::find);
    while (true) {
      try {
        return judge.apply(intake);
      } catch (OutOfMemoryError e) {
        // what the failed attempt held is free again; the others are still judged
        if (intake.labs().isEmpty()) {
          throw e;
        }
        intake = intake.withoutLargest(TOO_LARGE);
      }
    }
  }

  /**
   * Reads the inputs without judging them, for questions about a host: what it does at its next
   * boot, which way it sends a packet.
   */
  public Survey survey(Inputs inputs) {
    Intake intake =
        Intake.of(inputs, rewriting, Secrets::in, signatures.literalSearch(Intake.MARKS)::find);
    LabReader reader = new LabReader(new Readers(signatures, Yaml::parser));
    List<Lab> labs =
        intake.labs().stream().map(lab -> reader.read(lab.name(), lab.captures())).toList();
    Survey survey =
        Survey.of(
            version(),
            labs,
            options,
            intake.accounts(),
            intake.problems(),
            intake.mask(),
            intake.rewritten());
    Report masked = new MaskedReport(intake.mask()).of(survey.report());
    return new Survey(masked, survey.hosts(), survey.mask(), survey.told());
  }

  /**
   * Plans fixes for configuration files: those that are proven, applied one after the other, each
   * on what the ones before it left. What else was captured is read to judge them, and is not
   * edited. Nothing is written.
   *
   * @param most the greatest decision that may be taken: {@code SAFE} keeps what was meant, {@code
   *     UNSAFE} takes the first choice where there is one as well
   */
  public FixPlan plan(Inputs inputs, Fix.Safety most) {
    return judged(inputs, intake -> plan(intake, new ConfigFiles(inputs.base()), most, false));
  }

  /**
   * The same for all captures, whatever they are: what an appliance would be like if a person did
   * as the fixes of a paste or an archive say. Changes of what is no file can't be written.
   */
  public FixPlan rehearse(Inputs inputs, Fix.Safety most) {
    return judged(inputs, intake -> plan(intake, new ConfigFiles(inputs.base()), most, true));
  }

  /**
   * Writes the files of a plan, all of them or none. A file that has changed since the plan was
   * made is left alone.
   *
   * @return what became of each
   */
  public static List<FixPlan.Written> write(FixPlan plan) {
    return FileWriter.write(plan.changes());
  }

  private FixPlan plan(Intake intake, ConfigFiles files, Fix.Safety most, boolean everywhere) {
    LabReader reader = new LabReader(new Readers(signatures, Yaml::parser));
    Linter linter = linter();
    MaskedReport masked = new MaskedReport(intake.mask());
    Proof.Run run =
        edited -> {
          Proof.Trial trial = lint(intake, linter, reader, edited);
          return new Proof.Trial(masked.of(trial.report()), trial.hosts(), edited);
        };
    return new Planning(run.with(Map.of()), run, files::of, everywhere, most).plan();
  }

  private Report check(Intake intake) {
    LabReader reader = new LabReader(new Readers(signatures, Yaml::parser));
    Linter linter = linter();
    Report report =
        Proof.prove(
            lint(intake, linter, reader, Map.of()), edited -> lint(intake, linter, reader, edited));
    return new MaskedReport(intake.mask()).of(report);
  }

  private Linter linter() {
    return new Linter(rules, witnesses, options);
  }

  /** Lints all labs, or those with an edited capture. */
  private Proof.Trial lint(
      Intake intake, Linter linter, LabReader reader, Map<Capture, Capture> edited) {
    List<Lab> labs = new ArrayList<>();
    for (Intake.LabInput lab : intake.labs()) {
      if (!edited.isEmpty() && lab.captures().stream().noneMatch(edited::containsKey)) {
        continue;
      }
      List<Capture> captures =
          lab.captures().stream().map(capture -> edited.getOrDefault(capture, capture)).toList();
      labs.add(reader.read(lab.name(), captures));
    }
    reader.forget(edited.values());
    Report report = linter.lint(version(), labs, intake.accounts(), intake.problems());
    return new Proof.Trial(
        edited.isEmpty() ? report : report.ofLabs(), Survey.hosts(labs, options), edited);
  }
}
