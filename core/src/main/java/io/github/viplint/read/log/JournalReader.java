package io.github.viplint.read.log;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.log.SignatureSet;
import io.github.viplint.model.Reading;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads journalctl's output, and haproxy's messages as it prints them to a terminal. */
public final class JournalReader implements Reader {
  private final SignatureSet signatures;
  private final HaproxyHead haproxy = new HaproxyHead();
  private final LogFormat text = new JournalFormat(haproxy);
  private final LogFormat fields = new FieldsFormat(haproxy);
  private final LogFormat json = new JsonFormat(haproxy);
  private final LogFormat messages = new MessageFormat(haproxy);

  public JournalReader(SignatureSet signatures) {
    this.signatures = Objects.requireNonNull(signatures);
  }

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.JOURNAL, CaptureKind.HAPROXY_LOG);
  }

  @Override
  public Reading read(Capture capture) {
    LogFormat format = format(capture);
    Lines lines = new Lines(capture);
    LogScan scan = new LogScan(capture, lines, format, signatures);
    while (lines.next()) {
      if (lines.blank()) {
        continue;
      }
      if (JournalMark.at(capture.text(), lines.start(), lines.end())) {
        scan.close();
        scan.until(JournalMark.end(lines.text()));
      } else {
        scan.add();
      }
    }
    return lines.reading(List.of(scan.log()));
  }

  /** Which of journalctl's outputs it is, by the first line that shows it. */
  private LogFormat format(Capture capture) {
    if (capture.kind() == CaptureKind.HAPROXY_LOG) {
      return text;
    }
    Lines lines = new Lines(capture);
    String all = capture.text();
    while (lines.next()) {
      int from = lines.start();
      int to = lines.end();
      if (fields.begins(all, from, to)) {
        return fields;
      }
      if (JournalFormat.timed(all, from, to)) {
        return text;
      }
      if (json.begins(all, from, to)) {
        return json;
      }
    }
    return messages;
  }
}
