package io.github.viplint.cli;

import io.github.viplint.Viplint;
import io.github.viplint.capture.Encoding;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.intake.RawText;
import io.github.viplint.intake.RawTexts;
import io.github.viplint.redact.Manifest;
import io.github.viplint.redact.Redacted;
import io.github.viplint.redact.Secrets;
import io.github.viplint.redact.anonym.Anonymizer;
import io.github.viplint.report.JsonManifest;
import io.github.viplint.report.TextManifest;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The inputs of a run without their secrets, and what was cut. */
final class ShareableCopy {
  private static final String MARK = "\uFEFF";

  private final Manifest manifest;
  private final List<Encoding> encodings;

  private ShareableCopy(Manifest manifest, List<Encoding> encodings) {
    this.manifest = manifest;
    this.encodings = List.copyOf(encodings);
  }

  static ShareableCopy of(RawTexts inputs, AnonymizeOption anonymize) {
    List<RawText> raw = inputs.texts();
    UnaryOperator<String> renamed = renamed(raw, anonymize);
    List<String> texts = raw.stream().map(text -> renamed.apply(text.text())).toList();
    Secrets secrets = Secrets.in(texts);
    UnaryOperator<String> shown = text -> secrets.mask(renamed.apply(text));
    CopyNames names = new CopyNames();
    names.of(RawTexts.MANIFEST);
    names.of(RawTexts.MANIFEST_TEXT);
    List<Manifest.Entry> entries = new ArrayList<>();
    for (int i = 0; i < raw.size(); i++) {
      Redacted redacted = secrets.redacted(texts.get(i));
      entries.add(new Manifest.Entry(names.of(shown.apply(raw.get(i).place())), redacted));
    }
    List<Manifest.LeftOut> leftOut = new ArrayList<>();
    for (InputProblem problem : inputs.problems()) {
      leftOut.add(
          new Manifest.LeftOut(shown.apply(problem.file()), shown.apply(problem.message())));
    }
    return new ShareableCopy(
        new Manifest(anonymize.asked(), entries, leftOut),
        raw.stream().map(RawText::encoding).toList());
  }

  private static UnaryOperator<String> renamed(List<RawText> raw, AnonymizeOption anonymize) {
    if (!anonymize.asked()) {
      return UnaryOperator.identity();
    }
    List<String> texts = raw.stream().map(RawText::text).toList();
    Set<String> labels =
        raw.stream().flatMap(text -> folders(text.place())).collect(Collectors.toSet());
    return Anonymizer.of(anonymize.key(), Secrets.without(texts), labels)::apply;
  }

  /** Labs are called as their folders are. */
  private static Stream<String> folders(String place) {
    String[] parts = place.split("/");
    return List.of(parts).subList(0, parts.length - 1).stream();
  }

  Manifest manifest() {
    return manifest;
  }

  /** Writes all files and the manifest, as JSON and as text. */
  void write(OutputFolder folder) throws IOException {
    for (int i = 0; i < manifest.files().size(); i++) {
      Manifest.Entry entry = manifest.files().get(i);
      Encoding encoding = encodings.get(i);
      String text = (encoding.marked() ? MARK : "") + entry.redacted().text();
      folder.write(entry.path(), text.getBytes(encoding.charset()));
    }
    StringWriter json = new StringWriter();
    new JsonManifest(Viplint.version(), manifest).write(json);
    folder.write(RawTexts.MANIFEST, json.toString().getBytes(StandardCharsets.UTF_8));
    StringWriter text = new StringWriter();
    new TextManifest(Viplint.version(), manifest).write(text);
    folder.write(RawTexts.MANIFEST_TEXT, text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
