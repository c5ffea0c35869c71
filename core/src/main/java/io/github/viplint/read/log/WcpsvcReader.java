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

/**
 * Reads vCenter's {@code /var/log/vmware/wcp/wcpsvc.log}. Faults and stack traces without a head
 * belong to the record before them.
 */
public final class WcpsvcReader implements Reader {
  private final SignatureSet signatures;
  private final WcpsvcFormat format = new WcpsvcFormat();

  public WcpsvcReader(SignatureSet signatures) {
    this.signatures = Objects.requireNonNull(signatures);
  }

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.WCPSVC_LOG);
  }

  @Override
  public Reading read(Capture capture) {
    Lines lines = new Lines(capture);
    LogScan scan = new LogScan(capture, lines, format, signatures);
    while (lines.next()) {
      if (!lines.blank()) {
        scan.add();
      }
    }
    return lines.reading(List.of(scan.log()));
  }
}
