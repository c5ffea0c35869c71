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
 * Reads what tools say of one try to reach something (curl, nc, dig, nslookup, a browser), and
 * cloud-init's log. An indented line goes on with the message before it.
 */
public final class MessagesReader implements Reader {
  private final SignatureSet signatures;
  private final LogFormat tools = new ToolFormat();
  private final LogFormat cloudInit = new CloudInitFormat();

  public MessagesReader(SignatureSet signatures) {
    this.signatures = Objects.requireNonNull(signatures);
  }

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.CONNECTION_TRY, CaptureKind.CLOUD_INIT_LOG);
  }

  @Override
  public Reading read(Capture capture) {
    LogFormat format = capture.kind() == CaptureKind.CLOUD_INIT_LOG ? cloudInit : tools;
    Lines lines = new Lines(capture);
    LogScan scan = new LogScan(capture, lines, format, signatures);
    while (lines.next()) {
      if (lines.blank()) {
        scan.close();
      } else {
        scan.add();
      }
    }
    return lines.reading(List.of(scan.log()));
  }
}
