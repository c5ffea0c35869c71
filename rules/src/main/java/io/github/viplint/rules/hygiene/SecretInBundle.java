package io.github.viplint.rules.hygiene;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Secret;
import io.github.viplint.capture.Secret.Kind;
import io.github.viplint.capture.Source;
import io.github.viplint.capture.Span;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.Reading;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** VL901: what was captured holds secrets. One finding for each kind in each file. */
final class SecretInBundle implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL901",
          "secret-in-bundle",
          Severity.WARNING,
          "a file holds a private key, a password in clear or a token, or, as it should, a hash");

  private static final int MOST_SHOWN = 8;

  /** Lines of one private key are no further apart, whatever a paste puts before them. */
  private static final int WITHIN_A_KEY = 80;

  private static final Map<Kind, String> MESSAGES =
      new EnumMap<>(
          Map.of(
              Kind.PRIVATE_KEY, "a private key is in what was captured",
              Kind.PASSWORD, "a password stands here in clear",
              Kind.TOKEN, "a token stands here, and opens what it is for until it expires",
              Kind.HASH, "a password hash stands here: it belongs here, and is no thing to share"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Needs needs() {
    return Needs.ofAnyHost();
  }

  /** A capture and the host that it is of; empty where that is open. */
  private record Owned(Capture capture, String host) {}

  @Override
  public void check(LabView lab, Findings findings) {
    Map<Source, List<Owned>> sources = new LinkedHashMap<>();
    Map<Capture, Boolean> seen = new IdentityHashMap<>();
    lab.lab()
        .hosts()
        .forEach(
            host ->
                host.states()
                    .forEach(
                        state ->
                            state.readings().forEach(one -> add(one, host.name(), seen, sources))));
    lab.lab().unjoined().forEach(reading -> add(reading, "", seen, sources));
    sources.forEach((source, captures) -> check(source, captures, findings));
  }

  private static void add(
      Reading reading, String host, Map<Capture, Boolean> seen, Map<Source, List<Owned>> sources) {
    Capture capture = reading.capture();
    if (seen.put(capture, true) == null) {
      sources
          .computeIfAbsent(capture.source(), key -> new ArrayList<>())
          .add(new Owned(capture, host));
    }
  }

  private static void check(Source source, List<Owned> captures, Findings findings) {
    Map<Kind, List<Secret>> byKind = new EnumMap<>(Kind.class);
    for (Secret secret : source.secrets()) {
      if (secret.sure()) {
        List<Secret> known = byKind.computeIfAbsent(secret.kind(), key -> new ArrayList<>());
        if (secret.kind() != Kind.PRIVATE_KEY
            || known.isEmpty()
            || secret.start() - known.get(known.size() - 1).end() > WITHIN_A_KEY) {
          known.add(secret);
        } else {
          known.set(known.size() - 1, joined(known.get(known.size() - 1), secret));
        }
      }
    }
    byKind.forEach((kind, secrets) -> report(kind, source, secrets, captures, findings));
  }

  private static Secret joined(Secret one, Secret other) {
    return new Secret(one.kind(), one.start(), other.end(), one.sure());
  }

  private static void report(
      Kind kind, Source source, List<Secret> secrets, List<Owned> captures, Findings findings) {
    Owned owner = owner(source, secrets.get(0), captures);
    Finding.Builder finding =
        findings
            .at(owner.host(), span(source, secrets.get(0), captures), MESSAGES.get(kind))
            .severity(kind == Kind.HASH ? Severity.INFO : Severity.WARNING)
            .label(kind == Kind.HASH ? "" : "whoever gets this file has it")
            .subject(kind.words());
    if (secrets.size() > 1) {
      finding.note(
          "there are "
              + secrets.size()
              + " in this file, in lines "
              + secrets.stream()
                  .map(secret -> source.lineOf(secret.start()))
                  .distinct()
                  .limit(MOST_SHOWN)
                  .map(String::valueOf)
                  .collect(Collectors.joining(", "))
              + (secrets.size() > MOST_SHOWN ? ", …" : ""));
    }
    finding
        .help(
            kind == Kind.HASH
                ? "hand out a copy that `viplint redact` made"
                : "hand out a copy that `viplint redact` made; change what was handed out already")
        .report();
  }

  private static Owned owner(Source source, Secret secret, List<Owned> captures) {
    return captures.stream()
        .filter(one -> holds(one.capture(), secret))
        .findFirst()
        .orElse(captures.get(0));
  }

  private static boolean holds(Capture capture, Secret secret) {
    return capture.sourceStart(capture.all()) <= secret.start()
        && secret.end() <= capture.sourceEnd(capture.all());
  }

  /** Commands stand in no capture: what is found there is shown in the source as a whole. */
  private static Span span(Source source, Secret secret, List<Owned> captures) {
    Capture own = owner(source, secret, captures).capture();
    Capture whole =
        Capture.whole(source)
            .kind(own.kind())
            .host(own.host())
            .path(own.path())
            .fidelity(own.fidelity())
            .build();
    return whole.span(secret.start(), secret.end());
  }
}
