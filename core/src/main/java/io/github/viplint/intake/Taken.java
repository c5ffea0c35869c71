package io.github.viplint.intake;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Fidelity;
import io.github.viplint.capture.Source;
import io.github.viplint.capture.SourceAccount;
import io.github.viplint.capture.Stretch;
import io.github.viplint.capture.TextMap;
import io.github.viplint.intake.archive.MemberName;
import java.util.List;
import java.util.Optional;

/** Finds the captures of one source. */
final class Taken {
  /** From this size on a haproxy.cfg is known by its beginning and its end. */
  private static final int LARGE = 1 << 20;

  private static final String PRIVATE_KEY = "PRIVATE KEY-----";

  private static final String NETWORK_INFO = "network-info.log";

  private static final int SAMPLE = 1 << 13;

  private final Source source;
  private final Optional<CaptureKind> log;
  private final Optional<CaptureKind> told;
  private final Optional<String> host;

  /**
   * @param log the kind of a large log, of which only the lines that matter are there
   * @param told the kind that the user told
   * @param host the host that the user told
   */
  Taken(
      Source source, Optional<CaptureKind> log, Optional<CaptureKind> told, Optional<String> host) {
    this.source = source;
    this.log = log;
    this.told = told;
    this.host = host;
  }

  SourceAccount account() {
    if (log.isPresent()) {
      return whole(log.get());
    }
    if (isLargeHaproxyCfg()) {
      return whole(told.orElse(CaptureKind.HAPROXY_CFG));
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
    Fidelity fidelity = isNetworkInfo(lines) ? Fidelity.EXACT : Fidelity.PASTED;
    Paste.Split split =
        Paste.split(source, lines.pasted(), new Told(told, suggested, host, fidelity));
    if (told.isEmpty()
        && split.captures().size() == 1
        && !split.marked()
        && split.strays().isEmpty()
        && (LogSample.isLog(split.captures().get(0).kind())
            || isPlan(split.captures().get(0).kind())
            || known.filter(k -> k.kind() == split.captures().get(0).kind()).isPresent())) {
      return whole(split.captures().get(0).kind());
    }
    if (split.captures().isEmpty() && source.text().contains(PRIVATE_KEY)) {
      return whole(CaptureKind.CERTIFICATE); // nothing of it is read; that it is there is said
    }
    return account(split);
  }

  /** The file in which the appliance's {@code haproxy-support} puts several outputs together. */
  private boolean isNetworkInfo(Lines lines) {
    return KnownFile.name(MemberName.unpacked(source.file())).equals(NETWORK_INFO)
        && !lines.touched()
        && !hasPrompt(lines);
  }

  private static boolean isPlan(CaptureKind kind) {
    return kind.planned() || kind == CaptureKind.WCP_CLUSTER;
  }

  private SourceAccount account(Paste.Split split) {
    int there = (int) source.lines().count();
    int ignored = there - split.captured().cardinality() - split.strays().size();
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

  /** A large haproxy.cfg with nothing in it that only a paste has. */
  private boolean isLargeHaproxyCfg() {
    String text = source.text();
    return text.length() >= LARGE
        && isHaproxyCfg(text.substring(0, SAMPLE))
        && isHaproxyCfg(text.substring(text.length() - SAMPLE))
        && !looksPasted(text);
  }

  /** Whether it has what a terminal, a mark or a fence leaves in a text, and a file never has. */
  private static boolean looksPasted(String text) {
    return Stretch.shared(Stretch.of(text, Stretch.WORTHWHILE))
        .anyMatch(lines -> looksPasted(text, lines));
  }

  private static boolean looksPasted(String text, Stretch lines) {
    for (int i = lines.from(); i < lines.to(); i++) {
      char c = text.charAt(i);
      if (c > '#' && c != '`') {
        continue; // as nearly all are
      }
      boolean pasted =
          switch (c) {
            case '\u001B' -> true;
            case '#' -> text.startsWith("#viplint ", i);
            case '`' -> text.startsWith("```", i);
            case '\n' -> text.startsWith("\n--- ", i);
            default -> false;
          };
      if (pasted) {
        return true;
      }
    }
    return false;
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
