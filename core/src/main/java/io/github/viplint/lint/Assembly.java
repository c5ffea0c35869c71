package io.github.viplint.lint;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.SourceAccount;
import io.github.viplint.lint.Report.CaptureSummary;
import io.github.viplint.lint.Report.Entry;
import io.github.viplint.lint.Report.HostSummary;
import io.github.viplint.lint.Report.LabSummary;
import io.github.viplint.model.Host;
import io.github.viplint.model.Lab;
import io.github.viplint.model.Reading;
import io.github.viplint.model.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the results of several labs together to one report, in its fixed order. */
final class Assembly {
  private Assembly() {}

  static Report report(
      String version,
      List<Rule> rules,
      Options options,
      List<Linter.LabResult> results,
      List<Linter.Looked> back,
      List<SourceAccount> accounts,
      List<InputProblem> problems) {
    List<InputProblem> allProblems = new ArrayList<>(problems);
    results.forEach(
        result ->
            readings(result.lab()).forEach(reading -> allProblems.addAll(reading.problems())));
    results.forEach(result -> allProblems.addAll(result.leftOut()));
    return new Report(
        version,
        rules,
        options,
        results.stream().map(Assembly::summary).toList(),
        captures(results, accounts),
        findings(results, back, options.policy()),
        results.stream()
            .flatMap(result -> result.suppressed().stream())
            .sorted(Comparator.comparing(Report.Suppressed::finding, Finding.BY_PLACE))
            .toList(),
        Stream.concat(
                results.stream().flatMap(result -> result.results().stream()),
                back.stream().flatMap(looked -> looked.results().stream()))
            .toList(),
        results.stream().flatMap(result -> result.wanted().stream()).toList(),
        accounts,
        allProblems,
        results.stream().flatMap(result -> result.errors().stream()).toList());
  }

  private static List<Reading> readings(Lab lab) {
    Map<Capture, Reading> readings = new IdentityHashMap<>();
    List<Reading> inOrder = new ArrayList<>();
    for (Host host : lab.hosts()) {
      for (State state : host.states()) {
        for (Reading reading : state.readings()) {
          if (readings.put(reading.capture(), reading) == null) {
            inOrder.add(reading);
          }
        }
      }
    }
    inOrder.addAll(lab.plans());
    inOrder.addAll(lab.unjoined());
    return inOrder;
  }

  private static LabSummary summary(Linter.LabResult result) {
    return new LabSummary(
        result.lab().name(),
        result.lab().hosts().stream()
            .map(host -> new HostSummary(host.name(), host.role(), host.states().size()))
            .toList(),
        result.claims());
  }

  private record Joined(String lab, Optional<String> host, int state, Reading reading) {}

  private static List<CaptureSummary> captures(
      List<Linter.LabResult> results, List<SourceAccount> accounts) {
    Map<Capture, Joined> joined = new IdentityHashMap<>();
    for (Linter.LabResult result : results) {
      Lab lab = result.lab();
      for (Host host : lab.hosts()) {
        for (State state : host.states()) {
          for (Reading reading : state.readings()) {
            joined.putIfAbsent(
                reading.capture(),
                new Joined(lab.name(), Optional.of(host.name()), state.number(), reading));
          }
        }
      }
      for (Reading reading : lab.plans()) {
        joined.putIfAbsent(reading.capture(), new Joined(lab.name(), Optional.empty(), 1, reading));
      }
      for (Reading reading : lab.unjoined()) {
        joined.putIfAbsent(reading.capture(), new Joined(lab.name(), Optional.empty(), 1, reading));
      }
    }
    List<CaptureSummary> captures = new ArrayList<>();
    for (SourceAccount account : accounts) {
      for (Capture capture : account.captures()) {
        Joined place = joined.get(capture);
        if (place != null) {
          captures.add(
              new CaptureSummary(
                  "c" + (captures.size() + 1),
                  capture,
                  place.lab(),
                  place.host(),
                  place.state(),
                  place.reading().coverage()));
        }
      }
    }
    return captures;
  }

  private record Linked(String lab, Diagnosis.Link link) {}

  private static List<Entry> findings(
      List<Linter.LabResult> results, List<Linter.Looked> back, Policy policy) {
    List<Linked> all = new ArrayList<>();
    for (Linter.LabResult result : results) {
      result.diagnosis().links().forEach(link -> all.add(new Linked(result.lab().name(), link)));
    }
    for (Linter.Looked looked : back) {
      looked
          .found()
          .found()
          .forEach(
              (lab, found) ->
                  found.found().stream()
                      .map(policy::judged)
                      .map(finding -> new Diagnosis.Link(finding, List.of(), 0, 0))
                      .forEach(link -> all.add(new Linked(lab, link))));
    }
    all.sort(Comparator.comparing(Linked::link, Diagnosis.ORDER));
    Map<Finding, String> ids = new IdentityHashMap<>();
    all.forEach(linked -> ids.put(linked.link().finding(), "f" + (ids.size() + 1)));
    return all.stream()
        .map(
            linked -> {
              Finding finding = linked.link().finding();
              return new Entry(
                  ids.get(finding),
                  linked.lab(),
                  finding,
                  linked.link().causes().stream().map(ids::get).toList(),
                  Fingerprint.shown(linked.lab(), finding));
            })
        .toList();
  }
}
