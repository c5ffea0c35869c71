package io.github.viplint.intake;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Fidelity;
import io.github.viplint.capture.Source;
import io.github.viplint.capture.SourceAccount;
import io.github.viplint.capture.TextMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the captures of one source. */
final class Taken {
  /** What is a log is one by its content, whatever the file is called. */
  private static final Set<CaptureKind> LOGS =
      EnumSet.of(CaptureKind.JOURNAL, CaptureKind.WCPSVC_LOG, CaptureKind.HAPROXY_LOG);

  /** From this size on a log or a haproxy.cfg is known by its beginning and its end. */
  private static final int LARGE = 4 << 20;

  /** What a terminal, a mark or a fence leaves in a text, and a file never has. */
  private static final List<String> PASTED = List.of("\u001B", "#viplint ", "```", "\n--- ");

  private static final int SAMPLE = 1 << 15;

  private final Source source;
  private final Optional<CaptureKind> told;
  private final Optional<String> host;

  /**
   * @param told the kind that the user told
   * @param host the host that the user told
   */
  Taken(Source source, Optional<CaptureKind> told, Optional<String> host) {
    this.source = source;
    this.told = told;
    this.host = host;
  }

  SourceAccount account() {
    Optional<CaptureKind> large = large();
    if (large.isPresent()) {
      return whole(told.orElse(large.get()));
    }
    Lines lines = Lines.of(source);
    Optional<KnownFile> known =
        source.file().equals("-") ? Optional.empty() : KnownFile.of(source.file());
    Optional<CaptureKind> named =
        known.map(KnownFile::kind).filter(kind -> kind != CaptureKind.CERTIFICATE);
    if (told.isPresent() && !hasPrompt(lines)) {
      return lines.touched() ? cleaned(lines, told.get()) : whole(told.get());
    }
    if (told.isEmpty() && named.isPresent() && isFile(lines, named.get())) {
      return whole(named.get());
    }
    Optional<CaptureKind> suggested =
        known.map(KnownFile::kind).or(() -> KnownFile.spokenOf(KnownFile.name(source.file())));
    Paste.Split split = Paste.split(source, lines.pasted(), new Told(told, suggested, host));
    if (told.isEmpty()
        && split.captures().size() == 1
        && !split.marked()
        && split.strays().isEmpty()
        && (LOGS.contains(split.captures().get(0).kind())
            || known.filter(k -> k.kind() == split.captures().get(0).kind()).isPresent())) {
      return whole(split.captures().get(0).kind());
    }
    return account(split);
  }

  private SourceAccount account(Paste.Split split) {
    int ignored = source.lineCount() - split.captured().cardinality() - split.strays().size();
    return new SourceAccount(source, split.captures(), ignored, split.strays());
  }

  private SourceAccount whole(CaptureKind kind) {
    Optional<KnownFile> known = KnownFile.of(source.file()).filter(file -> file.kind() == kind);
    Capture capture =
        Capture.whole(source)
            .kind(kind)
            .host(host)
            .path(known.map(KnownFile::path).or(() -> KnownFile.onHost(source.file())))
            .fidelity(source.file().equals("-") ? Fidelity.PASTED : Fidelity.EXACT)
            .build();
    return new SourceAccount(source, List.of(capture), 0, List.of());
  }

  private SourceAccount cleaned(Lines lines, CaptureKind kind) {
    TextMap.Builder text = new TextMap.Builder();
    lines.all().forEach(line -> line.copyTo(text, source.text()));
    Capture capture =
        Capture.cut(source, text).kind(kind).host(host).fidelity(Fidelity.PASTED).build();
    return new SourceAccount(source, List.of(capture), 0, List.of());
  }

  private static boolean hasPrompt(Lines lines) {
    return lines.all().stream()
        .anyMatch(line -> Prompt.at(line.text()).filter(Prompt::sure).isPresent());
  }

  /** Is a source with a known file's name that file, and no paste that was saved under its name? */
  private static boolean isFile(Lines lines, CaptureKind kind) {
    if (lines.touched() || hasPrompt(lines)) {
      return false;
    }
    int own = 0;
    int others = 0;
    for (Line line : lines.all()) {
      if (line.text().startsWith("```") || line.text().startsWith("#viplint host=")) {
        return false;
      }
      Optional<Verdict> verdict = Verdict.of(line.text());
      if (verdict.isPresent()) {
        boolean fits = verdict.get().fitsInto(kind);
        own += fits ? 1 : 0;
        others += fits || !verdict.get().sure() ? 0 : 1;
      }
    }
    return own > 0 || others == 0;
  }

  /**
   * What a large source is as a whole: a log, or a haproxy.cfg with nothing in it that only a paste
   * has.
   */
  private Optional<CaptureKind> large() {
    String text = source.text();
    if (text.length() < LARGE) {
      return Optional.empty();
    }
    String head = text.substring(0, SAMPLE);
    String tail = text.substring(text.length() - SAMPLE);
    Optional<CaptureKind> log = logIn(head);
    if (log.isPresent()) {
      return log.equals(logIn(tail)) ? log : Optional.empty();
    }
    return isHaproxyCfg(head) && isHaproxyCfg(tail) && PASTED.stream().noneMatch(text::contains)
        ? Optional.of(CaptureKind.HAPROXY_CFG)
        : Optional.empty();
  }

  private static Optional<CaptureKind> logIn(String sample) {
    Optional<CaptureKind> found = Optional.empty();
    for (String line : sample.split("\n")) {
      Optional<Verdict> verdict = Verdict.of(line.stripTrailing());
      if (Prompt.at(line).isPresent()) {
        return Optional.empty();
      }
      if (verdict.isPresent() && found.isEmpty()) {
        found = Optional.of(verdict.get().kinds().get(0)).filter(LOGS::contains);
        if (found.isEmpty()) {
          return found;
        }
      }
    }
    return found;
  }

  /** Whether some lines of a sample are surely of a haproxy.cfg, and none of anything else. */
  private static boolean isHaproxyCfg(String sample) {
    boolean found = false;
    for (String line : sample.split("\n")) {
      if (Prompt.at(line).isPresent() || Heading.of(line).isPresent()) {
        return false;
      }
      Optional<Verdict> verdict = Verdict.of(line.stripTrailing());
      if (verdict.isPresent()) {
        if (!verdict.get().fitsInto(CaptureKind.HAPROXY_CFG)) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }
}
