package io.github.viplint.rules.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.viplint.Viplint;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.Inputs;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every file of the collection of samples, under its own name: read without an input problem, and
 * with the codes that are listed. The files lie beside the repository; without them this is
 * skipped. A new file must be listed.
 */
class SampleFolderTest {
  private static final Path SAMPLES = Path.of("../../shared/corpus/samples");

  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("haproxy-2.6.12-bind-failure.txt", "VL203"),
          Map.entry("haproxy-2.6.12-config-errors.txt", "VL606"),
          Map.entry("haproxy-bind-failures-other-versions.txt", "VL203"),
          Map.entry("iproute2-6.1-kernel-6.18-error-strings.txt", "VL407"),
          // both units are of another distribution, and none of the appliance's
          Map.entry("journal-other-distributions.txt", ""),
          Map.entry("journalctl-252-formats.txt", "VL203 VL601 VL602 VL603"),
          Map.entry("lab-anyip-twice-v0.2.0.txt", "VL603"),
          Map.entry("lab-anyip-v0.2.0.txt", "VL603"),
          Map.entry("lab-route-tables-v0.1.10.txt", "VL309 VL604"),
          Map.entry("lab-route-tables-v0.2.0.txt", "VL309 VL310 VL605"),
          Map.entry("upstream-anyip-routes.cfg.txt", ""),
          // its default user has a hash
          Map.entry("upstream-haproxy.cfg.txt", "VL901"),
          Map.entry("upstream-route-tables.cfg.txt", ""),
          Map.entry("vmware-haproxy-issue-11-duplicate-rules.txt", ""),
          Map.entry("vmware-haproxy-issue-35-cloud-init-8.0u3.txt", "VL607"),
          Map.entry(
              "wcp-api-laidbackware-haproxy-error-7.0u1.json.txt", "VL402 VL702 VL711 VL802 VL804"),
          Map.entry("wcp-config-andreasm-nsx-8.0.json.txt", "VL402"),
          // rotating a password, and vCLS that was switched off: no fault
          Map.entry("wcpsvc-broadcom-kb316460-vcls-rotate.txt", ""),
          Map.entry("wcpsvc-broadcom-kb340947-vcls-retreat.txt", ""),
          Map.entry("wcpsvc-rp_filter-lab-explained.txt", "VL703"),
          Map.entry("wcpsvc-supervisor-issues-nsx-password-multiline.txt", "VL711"),
          Map.entry("wcpsvc-vmware-docs8-nsx-principal-identity.txt", "VL707 VL711"),
          Map.entry("wcpsvc-williamlam-2026-stuck-supervisor.txt", "VL711"));

  /** Why a file is in no format that viplint reads, or not all of it. */
  private static final Map<String, String> EXCEPTIONS =
      Map.ofEntries(
          Map.entry("dataplaneapi-v2.1.0-log-and-401-strings.txt", "format strings of a program"),
          Map.entry("kernel-6.18-lab-nsxt-supervisor-dns.txt", "holds JSON of ip -j"),
          Map.entry(
              "kernel-6.18-route-get-and-rare-routes.txt", "holds sysctl writes and their errors"),
          Map.entry("lab-rules-forms.txt", "commands with their outputs side by side, and JSON"),
          Map.entry("lab-vip-range-swallows-gateway.txt", "a transcript with arping and ip neigh"),
          Map.entry("notes-host-bits-second-user.txt", "notes of a person"),
          Map.entry("tanzu-haproxy-3nic-notes.txt", "notes of a person"),
          Map.entry("upstream-anyip-routes.service.txt", "a unit file"),
          Map.entry("upstream-route-tables.service.txt", "a unit file"),
          Map.entry("upstream-dataplaneapi.cfg.txt", "the configuration of another program"),
          Map.entry("vmware-haproxy-issue-15-isolated-workload.txt", "prose"),
          Map.entry("vmware-haproxy-issue-36-new-range-missing.txt", "prose"),
          Map.entry("wcp-config-haproxy-keys-from-converter.txt", "a list of keys"));

  @TempDir Path folder;

  @Test
  void everyFileIsReadAndHasItsCodes() throws IOException {
    assumeTrue(Files.isDirectory(SAMPLES), "no samples beside the repository");
    Map<String, String> told = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    Set<String> all = new TreeSet<>(EXCEPTIONS.keySet());
    for (Path sample : samples()) {
      String name = sample.getFileName().toString();
      all.add(name);
      if (EXCEPTIONS.containsKey(name)) {
        continue;
      }
      Report report = report(sample);
      report.problems().stream()
          .map(InputProblem::message)
          .forEach(problem -> problems.add(name + ": " + problem));
      told.put(name, codes(report));
    }

    assertThat(problems).isEmpty();
    assertThat(told).containsExactlyInAnyOrderEntriesOf(CODES);
    assertThat(all).hasSize(CODES.size() + EXCEPTIONS.size());
  }

  private static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private Report report(Path sample) throws IOException {
    // the collection puts four lines about the source in front
    List<String> lines =
        Files.readAllLines(sample).stream().dropWhile(line -> line.startsWith("# ")).toList();
    Path copy = folder.resolve(sample.getFileName().toString());
    Files.write(copy, lines);
    return Viplint.standard(Options.DEFAULT).check(Inputs.ofPaths(List.of(copy.toString())));
  }

  private static String codes(Report report) {
    return report.findings().stream()
        .map(entry -> entry.finding().rule().code())
        .sorted()
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
