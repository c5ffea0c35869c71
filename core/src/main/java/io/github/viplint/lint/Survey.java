package io.github.viplint.lint;

import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.SourceAccount;
import io.github.viplint.model.Lab;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What was captured, host by host, for questions that no rule asks.
 *
 * @param report what was looked at and what could not be read; no rule ran
 * @param hosts of all labs, in order
 * @param mask hides secrets in whatever is said of captures
 * @param told what the user's own name or address of something is in this survey: the same, but
 *     where the lab is told of under other names
 */
public record Survey(Report report, List<LabHost> hosts, Mask mask, UnaryOperator<String> told) {
  public Survey {
    hosts = List.copyOf(hosts);
  }

  /** A host with the name of its lab. */
  public record LabHost(String lab, HostView view) {}

  /** Looks at labs without judging them. */
  public static Survey of(
      String version,
      List<Lab> labs,
      Options options,
      List<SourceAccount> accounts,
      List<InputProblem> problems,
      Mask mask,
      UnaryOperator<String> told) {
    Report report =
        new Linter(List.of(), List.of(), options).lint(version, labs, accounts, problems);
    return new Survey(report, hosts(labs, options), mask, told);
  }

  /** The hosts of all labs, in order. */
  public static List<LabHost> hosts(List<Lab> labs, Options options) {
    List<LabHost> hosts = new ArrayList<>();
    for (Lab lab : labs) {
      new LabView(lab, options).hosts().forEach(host -> hosts.add(new LabHost(lab.name(), host)));
    }
    return hosts;
  }

  /** The hosts that fit. */
  public List<LabHost> hosts(Predicate<HostView> fits) {
    return hosts.stream().filter(host -> fits.test(host.view())).toList();
  }
}
