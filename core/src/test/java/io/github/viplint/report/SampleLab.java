package io.github.viplint.report;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.capture.Extent;
import io.github.viplint.capture.Fidelity;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.Source;
import io.github.viplint.capture.SourceAccount;
import io.github.viplint.capture.Span;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Linter;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.Host;
import io.github.viplint.model.Lab;
import io.github.viplint.model.Reading;
import io.github.viplint.model.State;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A lab put together by hand, and rules that say what a test wants said. */
final class SampleLab {
  private final List<SourceAccount> accounts = new ArrayList<>();
  private final Map<String, List<Reading>> readings = new LinkedHashMap<>();
  private final Map<String, Integer> states = new LinkedHashMap<>();
  private final Map<String, Capture> captures = new LinkedHashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<InputProblem> problems = new ArrayList<>();
  private Mask mask = Mask.NONE;
  private Options options = Options.DEFAULT;

  /** What a rule reports, in a test's own words. */
  interface Finds {
    void find(HostView host, Findings findings);
  }

  SampleLab mask(Mask value) {
    this.mask = value;
    return this;
  }

  SampleLab options(Options value) {
    this.options = value;
    return this;
  }

  /** A file that is one capture of this host. */
  SampleLab capture(String file, CaptureKind kind, String host, String path, String text) {
    return capture(file, kind, host, path, text, Extent.WHOLE);
  }

  SampleLab capture(
      String file, CaptureKind kind, String host, String path, String text, Extent extent) {
    Source source = new Source(file, text, StandardCharsets.UTF_8, "5".repeat(64), mask);
    Capture capture =
        Capture.whole(source)
            .kind(kind)
            .host(Optional.of(host))
            .path(path.isEmpty() ? Optional.empty() : Optional.of(path))
            .fidelity(Fidelity.PASTED)
            .extent(extent)
            .build();
    captures.put(file, capture);
    accounts.add(new SourceAccount(source, List.of(capture), 0, List.of()));
    int lines = source.lineCount();
    Reading reading = new Reading(capture, List.of(), new Coverage(lines, lines, 0, 0), List.of());
    readings.computeIfAbsent(host, key -> new ArrayList<>()).add(reading);
    return this;
  }

  /** How often the host was captured; its captures count from the first state on. */
  SampleLab states(String host, int number) {
    states.put(host, number);
    return this;
  }

  SampleLab problem(InputProblem problem) {
    problems.add(problem);
    return this;
  }

  /** A rule about every host that needs nothing. */
  SampleLab rule(String code, String name, Severity severity, Finds finds) {
    return rule(code, name, severity, Needs.ofAnyHost(), finds);
  }

  SampleLab rule(String code, String name, Severity severity, Needs needs, Finds finds) {
    RuleInfo info = RuleInfo.of(code, name, severity, "what " + name + " is about");
    rules.add(
        new Rule() {
          @Override
          public RuleInfo info() {
            return info;
          }

          @Override
          public Needs needs() {
            return needs;
          }

          @Override
          public String page() {
            return "# " + info + "\n\nWhat it does.\n";
          }

          @Override
          public void check(LabView lab, Findings findings) {
            lab.hosts(needs).forEach(host -> finds.find(host, findings));
          }
        });
    return this;
  }

  /** The first place of {@code text} in a file. */
  Span span(String file, String text) {
    Capture capture = captures.get(file);
    int start = capture.text().indexOf(text);
    return capture.span(start, start + text.length());
  }

  Report report() {
    List<Host> hosts = new ArrayList<>();
    readings.forEach(
        (name, own) -> {
          List<State> all = new ArrayList<>();
          for (int number = 1; number <= states.getOrDefault(name, 1); number++) {
            all.add(
                new State(
                    number,
                    own.subList(
                        0, Math.max(1, own.size() * number / states.getOrDefault(name, 1)))));
          }
          Role role = name.startsWith("client") ? Role.CLIENT : Role.APPLIANCE;
          hosts.add(new Host(name, Optional.of(role), all));
        });
    List<Lab> labs = hosts.isEmpty() ? List.of() : List.of(new Lab("lab", hosts, List.of()));
    return new Linter(rules, List.of(), options).lint("0.1.0", labs, accounts, problems);
  }
}
