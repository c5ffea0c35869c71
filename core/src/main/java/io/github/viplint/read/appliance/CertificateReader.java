package io.github.viplint.read.appliance;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Span;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.PemParser;
import io.github.viplint.grammar.TokenTables;
import io.github.viplint.model.Certificates;
import io.github.viplint.model.Certificates.Certificate;
import io.github.viplint.model.Reading;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the certificates of PEM files. Of keys nothing is kept, and what stands between blocks is
 * explanation (RFC 7468 §2).
 */
public final class CertificateReader implements Reader {
  private static final int LONGEST = 1 << 20;

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.CERTIFICATE);
  }

  @Override
  public Reading read(Capture capture) {
    var parser = new LineParser<>(TokenTables.pem(), PemParser::new, PemParser::line);
    List<Certificate> certificates = new ArrayList<>();
    Lines lines = new Lines(capture);
    @Nullable Block block = null;
    while (lines.next()) {
      var line = parser.parse(capture.text(), lines.start(), lines.end()).tree();
      if (line.begin() != null) {
        if (block != null && block.isCertificate()) {
          lines.problem(block.span(capture), "a certificate that does not end");
        }
        block = new Block(lines.start(), lines.end(), line.begin().getText());
      } else if (block != null) {
        block.end = lines.end();
        if (line.end() != null) {
          if (block.isCertificate()) {
            Span span = block.span(capture);
            X509.decode(span, block.body.toString())
                .ifPresentOrElse(
                    certificates::add,
                    () -> lines.problem(span, "a certificate that can't be decoded"));
          }
          block = null;
        } else if (block.isCertificate() && line.other() != null) {
          block.add(line.other().getText().strip());
        }
      }
    }
    if (block != null && block.isCertificate()) {
      lines.problem(block.span(capture), "a certificate that does not end");
    }
    return lines.reading(List.of(new Certificates(capture, certificates)));
  }

  /** A block while its lines are read. */
  private static final class Block {
    private final int start;
    private final boolean certificate;
    private final StringBuilder body = new StringBuilder();
    private int end;

    Block(int start, int end, String begin) {
      this.start = start;
      this.end = end;
      // CERTIFICATE REQUEST is another thing
      this.certificate = begin.strip().endsWith("CERTIFICATE-----");
    }

    boolean isCertificate() {
      return certificate;
    }

    Span span(Capture capture) {
      return capture.span(start, end);
    }

    /** What is too long to be a certificate is not gathered, and won't decode. */
    void add(String line) {
      body.append(body.length() < LONGEST ? line : "");
    }
  }
}
