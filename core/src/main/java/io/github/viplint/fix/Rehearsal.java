package io.github.viplint.fix;

import io.github.viplint.fix.Proof.Trial;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.Report;
import io.github.viplint.twin.Deletions;
import java.util.List;
import java.util.Optional;

/**
 * Tries fixes of commands alone: on the captured kernel, or on the re-enacted appliance.
 *
 * @param before what was found, with the hosts that it was found on
 * @param run reads and lints what a reboot changes
 * @param effort that is left for it
 */
record Rehearsal(Trial before, Proof.Run run, Effort effort) {

  /**
   * The fix marked as proven, or with the reason why it is not; as it is where that can't be told.
   *
   * @param latest what is found with the fixes that are proven so far
   * @param done their commands on the host of the finding
   */
  Fix of(Report.Entry entry, Fix fix, Trial latest, List<String> done) {
    Optional<HostView> host = before.host(entry.lab(), entry.finding().host());
    if (!fix.entire() || fix.commands().isEmpty() || host.isEmpty()) {
      return fix;
    }
    return failure(entry, fix, host.get(), latest, done)
        .map(why -> why.isEmpty() ? fix.asProven() : fix.asUnproven(why))
        .orElse(fix);
  }

  private Optional<String> failure(
      Report.Entry entry, Fix fix, HostView host, Trial latest, List<String> done) {
    Finding finding = entry.finding();
    List<String> commands = fix.commands();
    DeletionProof deletion = new DeletionProof(host);
    if (deletion.judges(commands)) {
      return Optional.of(deletion.failure(finding, commands));
    }
    Optional<String> unit = StartProof.unit(finding);
    if (unit.isPresent()) {
      HostView mended = latest.host(entry.lab(), host.name()).orElse(host);
      return Optional.of(
          new StartProof(before.report(), host, mended, latest.report(), done)
              .failure(entry, unit.get(), commands));
    }
    RebootProof reboot = new RebootProof(host);
    if (reboot.judges(finding, commands)) {
      return effort.isLeft() ? Optional.of(rebooted(reboot, entry)) : Optional.empty();
    }
    // the appliance after a boot has none of the captured rules and routes that a deletion means
    return host.operator().isEmpty() || commands.stream().anyMatch(Deletions::isOne)
        ? Optional.empty()
        : Optional.of(new CommandProof(host, host).failure(commands));
  }

  private String rebooted(RebootProof reboot, Report.Entry entry) {
    String open = reboot.open(entry.finding());
    if (!open.isEmpty()) {
      return open;
    }
    effort.spend(Effort.of(before.report(), entry.lab()));
    Report after = run.with(reboot.listed(entry.finding())).report();
    return after.findings().stream()
        .filter(now -> now.fingerprint().equals(entry.fingerprint()))
        .findFirst()
        .map(now -> "with it this is left: " + now.finding().message())
        .orElseGet(() -> new Cure(before.report(), after, List.of(entry), List.of()).failure());
  }
}
