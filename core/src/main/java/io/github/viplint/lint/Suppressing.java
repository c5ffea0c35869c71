package io.github.viplint.lint;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import io.github.viplint.lint.Report.Outcome;
import io.github.viplint.lint.Report.RuleResult;
import io.github.viplint.lint.Review.LabIgnore;
import io.github.viplint.lint.Review.Use;
import io.github.viplint.lint.Suppression.Kind;
import io.github.viplint.lint.Suppression.Scope;
import io.github.viplint.model.Ignore;
import io.github.viplint.model.Lab;
import io.github.viplint.model.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the findings of one run against all suppressions, and keeps account of what each did. */
final class Suppressing {
  private final Policy policy;
  private final List<RuleInfo> rules;

  /** The codes of rules that look back at the run. */
  private final Set<String> reviewing;

  private final List<Account> accounts = new ArrayList<>();
  private final List<LabIgnore> unusable = new ArrayList<>();

  /** By rule and, of what stands in a file, the capture. */
  private final Map<String, List<Account>> configured = new HashMap<>();

  /** By fingerprint, for there may be thousands. */
  private final Map<String, List<Account>> known = new HashMap<>();

  private final Map<Capture, Map<String, List<Account>>> inline = new IdentityHashMap<>();

  /** A suppression and how many findings it fits. */
  private static final class Account {
    private final Suppression suppression;
    private final String lab;
    private final Optional<Ignore> ignore;
    private int fitting;

    Account(Suppression suppression, String lab, Optional<Ignore> ignore) {
      this.suppression = suppression;
      this.lab = lab;
      this.ignore = ignore;
    }
  }

  /**
   * @param rules all of them
   * @param reviewing the codes of those that look back at the run
   */
  Suppressing(Policy policy, List<RuleInfo> rules, Set<String> reviewing, List<Lab> labs) {
    this.policy = policy;
    this.rules = rules;
    this.reviewing = reviewing;
    for (Suppression suppression : policy.suppressions()) {
      Account account = add(suppression, "", Optional.empty());
      Optional<String> fingerprint = suppression.scope().fingerprint();
      (suppression.kind() == Kind.BASELINE && fingerprint.isPresent()
              ? known.computeIfAbsent(fingerprint.get(), key -> new ArrayList<>())
              : configured.computeIfAbsent(suppression.rule(), key -> new ArrayList<>()))
          .add(account);
    }
    if (policy.inlineIgnores()) {
      labs.forEach(this::addInline);
    }
  }

  private Account add(Suppression suppression, String lab, Optional<Ignore> ignore) {
    Account account = new Account(suppression, lab, ignore);
    accounts.add(account);
    return account;
  }

  private void addInline(Lab lab) {
    if (lab.ignores().isEmpty()) {
      return;
    }
    Set<Capture> judged =
        Stream.concat(
                lab.hosts().stream().flatMap(host -> host.last().readings().stream()),
                lab.plans().stream())
            .map(Reading::capture)
            .collect(Collectors.toSet());
    for (Ignore ignore : lab.ignores()) {
      if (!judged.contains(ignore.span().capture())) {
        continue;
      }
      if (ignore.rules().isEmpty() || ignore.reason().isEmpty()) {
        unusable.add(new LabIgnore(lab.name(), ignore, ignore.span()));
        continue;
      }
      ignore.rules().forEach(named -> addInline(lab.name(), ignore, named));
    }
  }

  private void addInline(String lab, Ignore ignore, Span named) {
    Optional<RuleInfo> rule =
        rules.stream().filter(info -> info.isCalled(named.text())).findFirst();
    if (rule.isEmpty() || reviewing.contains(rule.get().code())) {
      unusable.add(new LabIgnore(lab, ignore, named));
      return;
    }
    Suppression suppression =
        new Suppression(
            Kind.INLINE,
            named,
            rule.get().code(),
            Scope.line(ignore.line()),
            ignore.reason(),
            Optional.empty(),
            Integer.MAX_VALUE);
    inline
        .computeIfAbsent(named.capture(), key -> new HashMap<>())
        .computeIfAbsent(suppression.rule(), key -> new ArrayList<>())
        .add(add(suppression, lab, Optional.of(ignore)));
  }

  /**
   * What suppresses a finding: a comment, else the configuration, else the baseline. Each finding
   * is to be asked for once.
   */
  Optional<Suppression> of(String lab, Finding finding) {
    if (accounts.isEmpty()) {
      return Optional.empty();
    }
    String print = Fingerprint.shown(lab, finding);
    String code = finding.rule().code();
    Path base = policy.looked().base();
    List<Account> told = new ArrayList<>();
    told.addAll(
        inline.getOrDefault(finding.span().capture(), Map.of()).getOrDefault(code, List.of()));
    told.addAll(configured.getOrDefault(code, List.of()));
    Optional<Suppression> by = Optional.empty();
    for (Account account : told) {
      Suppression suppression = account.suppression;
      if (suppression.scope().fits(finding, print, base)) {
        account.fitting++;
        boolean holds = !suppression.isOver(policy.today());
        by = by.or(() -> Optional.of(suppression).filter(one -> holds));
      }
    }
    return by.or(() -> known(code, print));
  }

  private Optional<Suppression> known(String code, String print) {
    for (Account account : known.getOrDefault(print, List.of())) {
      if (account.suppression.rule().equals(code) && account.fitting < account.suppression.most()) {
        account.fitting++;
        return Optional.of(account.suppression);
      }
    }
    return Optional.empty();
  }

  Review review(List<RuleResult> results) {
    Set<String> ran = new HashSet<>();
    for (RuleResult result : results) {
      if (result.outcome() != Outcome.SKIPPED) {
        ran.add(result.rule().code());
        ran.add(result.rule().code() + " " + result.lab());
      }
    }
    return new Review(
        rules,
        accounts.stream()
            .map(
                account ->
                    new Use(
                        account.suppression,
                        account.lab,
                        account.ignore,
                        account.fitting,
                        account.suppression.isOver(policy.today()),
                        looked(account, ran)))
            .toList(),
        unusable);
  }

  private boolean looked(Account account, Set<String> ran) {
    Suppression suppression = account.suppression;
    if (suppression.kind() == Kind.INLINE) {
      return ran.contains(suppression.rule() + " " + account.lab);
    }
    String where = suppression.scope().lab().map(lab -> " " + lab).orElse("");
    return ran.contains(suppression.rule() + where)
        && suppression.scope().top().filter(policy.looked()::holds).isPresent();
  }
}
