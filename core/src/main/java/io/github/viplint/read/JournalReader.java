package io.github.viplint.read;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.log.SignatureSet;
import io.github.viplint.model.Reading;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads journalctl's output, and haproxy's messages as it prints them to a terminal. */
final class JournalReader implements Reader {
  private final SignatureSet signatures;
  private final JournalFormat format = new JournalFormat();

  public JournalReader(SignatureSet signatures) {
    this.signatures = Objects.requireNonNull(signatures);
  }

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.JOURNAL, CaptureKind.HAPROXY_LOG);
  }

  @Override
  public Reading read(Capture capture) {
    Lines lines = new Lines(capture);
    LogScan scan = new LogScan(capture, lines, format, signatures);
    while (lines.next()) {
      if (lines.blank()) {
        continue;
      }
      if (JournalMark.at(capture.text(), lines.start(), lines.end())) {
        scan.close();
      } else {
        scan.add();
      }
    }
    return lines.reading(List.of(scan.log()));
  }
}
