package io.github.viplint.read.appliance;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Span;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.PemLexer;
import io.github.viplint.grammar.PemParser;
import io.github.viplint.model.Certificates;
import io.github.viplint.model.Certificates.Certificate;
import io.github.viplint.model.Reading;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the certificates of PEM files. Of keys nothing is kept, and what stands between blocks is
 * explanation (RFC 7468 §2).
 */
public final class CertificateReader implements Reader {
  private static final int LONGEST = 1 << 20;
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.CERTIFICATE);
  }

  @Override
  public Reading read(Capture capture) {
    var parser = new LineParser<>(new PemLexer(null), PemParser::new, PemParser::line);
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
            decode(block.body)
                .flatMap(found -> certificate(span, found))
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

  private static Optional<X509Certificate> decode(CharSequence body) {
    try {
      byte[] der = Base64.getDecoder().decode(body.toString());
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      return factory.generateCertificate(new ByteArrayInputStream(der)) instanceof X509Certificate x
          ? Optional.of(x)
          : Optional.empty();
    } catch (IllegalArgumentException | CertificateException e) {
      return Optional.empty();
    }
  }

  private static Optional<Certificate> certificate(Span span, X509Certificate x) {
    try {
      return Optional.of(
          new Certificate(
              span,
              x.getSubjectX500Principal().getName(),
              x.getIssuerX500Principal().getName(),
              names(x),
              x.getNotBefore().toInstant(),
              x.getNotAfter().toInstant()));
    } catch (CertificateParsingException e) {
      return Optional.empty();
    }
  }

  private static List<String> names(X509Certificate x) throws CertificateParsingException {
    Collection<List<?>> names = x.getSubjectAlternativeNames();
    return names == null
        ? List.of()
        : names.stream()
            .filter(name -> name.get(0).equals(DNS_NAME) || name.get(0).equals(IP_ADDRESS))
            .map(name -> String.valueOf(name.get(1)))
            .toList();
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
