package io.github.viplint.rules.haproxy;

import io.github.viplint.capture.Span;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Address;
import io.github.viplint.model.haproxy.Bind;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.model.haproxy.Server;
import java.util.List;
import java.util.Optional;

/** VL505: an address or port that haproxy refuses. */
final class InvalidAddress implements ConfigRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL505",
        "invalid-address",
        Severity.ERROR,
        "an address or port of a bind or server line that haproxy refuses");
  }

  @Override
  public Needs needs() {
    return ANY_PART;
  }

  @Override
  public void check(HostView host, HaproxyCfg file, HaproxyVersion version, Findings findings) {
    for (Section section : file.sections()) {
      if (section.isFrontend()) {
        binds(host, section, version, findings);
      }
      if (section.isBackend()) {
        servers(host, section, version, findings);
      }
      if (section.is("global")) {
        sockets(host, section, version, findings);
      }
    }
  }

  private static void binds(
      HostView host, Section section, HaproxyVersion version, Findings findings) {
    Directive header = section.header();
    if (header.size() > 2 && section.fromIndex() == 0 && !header.holdsVariable(2)) {
      behindName(host, section, header, findings);
    }
    for (Bind bind : section.binds()) {
      if (bind.directive() != header
          && !bind.holdsVariable()
          && !bind.directive().isConditional()) {
        Optional<String> fault = AddressFault.ofBind(bind.where(), version);
        if (fault.isPresent()) {
          report(host, section, bind.span(), fault.get(), findings);
        }
      }
    }
    for (Directive line : section.directives()) {
      if (line.keyword().equals("bind")
          && !line.isConditional()
          && (line.size() == 1 || line.word(1).isEmpty())) {
        missing(host, section, line, findings);
      }
    }
  }

  private static void servers(
      HostView host, Section section, HaproxyVersion version, Findings findings) {
    for (Server server : section.servers()) {
      if (!server.holdsVariable() && !server.directive().isConditional()) {
        Optional<String> fault = AddressFault.ofServer(server.where(), version);
        if (fault.isPresent()) {
          report(host, section, server.span(), fault.get(), findings);
        }
      }
    }
    for (Directive line : section.directives()) {
      if (line.keyword().equals("server")
          && line.size() < 3
          && !line.isConditional()
          && !line.expands()) {
        missing(host, section, line, findings);
      }
    }
  }

  /** {@code stats socket} of the global section. */
  private static void sockets(
      HostView host, Section section, HaproxyVersion version, Findings findings) {
    section
        .directives("stats")
        .filter(line -> line.says("stats", "socket") && line.size() > 2)
        .filter(line -> !line.isConditional() && !line.holdsVariable(2))
        .forEach(
            line ->
                AddressFault.ofBind(Address.of(line.word(2)), version)
                    .ifPresent(fault -> report(host, section, line.span(2), fault, findings)));
  }

  private static void report(
      HostView host, Section section, Span span, String fault, Findings findings) {
    Finding.Builder finding =
        WordReport.at(
                host, section, span, span.shown() + " " + fault + ": haproxy refuses it", findings)
            .label("no address that haproxy takes")
            .help("write ADDRESS:PORT, *:PORT or /PATH")
            .subject(span.text());
    ConfigFix.byHandOrLeftOut(section, span, "write an address that haproxy takes")
        .forEach(finding::fix);
    finding.report();
  }

  private static void missing(HostView host, Section section, Directive line, Findings findings) {
    WordReport.at(
            host,
            section,
            line.span(),
            "this " + line.keyword() + " line names no address: haproxy refuses the file",
            findings)
        .label("an address is missing")
        .help(
            line.keyword().equals("bind")
                ? "write bind ADDRESS:PORT"
                : "write server NAME ADDRESS:PORT")
        .subject(line.keyword())
        .fix(ConfigFix.byHand("name an address"))
        .report();
  }

  /** {@code listen NAME ADDRESS:PORT}, which haproxy took until 1.8. */
  private static void behindName(
      HostView host, Section section, Directive header, Findings findings) {
    Finding.Builder finding =
        WordReport.at(
                host,
                section,
                header.span(2),
                "an address may not stand behind the name of a section any more: haproxy refuses it",
                findings)
            .label("needs a bind line")
            .help("write it on a bind line of its own")
            .subject(header.word(2));
    boolean address =
        header.size() == 3
            && AddressFault.ofBind(Address.of(header.word(2)), HaproxyVersion.OF_APPLIANCE)
                .isEmpty();
    Span gap = header.capture().span(header.span(1).end(), header.span(2).start());
    finding
        .fix(
            address
                ? ConfigFix.of(
                    section,
                    "write a bind line",
                    Fix.Safety.SAFE,
                    List.of(new TextEdit(gap, "\n  bind ")))
                : ConfigFix.byHand("write a bind line"))
        .report();
  }
}
