package io.github.viplint.model;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import java.time.Instant;
import java.util.List;

/** PEM certificates. Keys are never read. */
public record Certificates(Capture capture, List<Certificate> certificates) implements Facts {
  public Certificates {
    certificates = List.copyOf(certificates);
  }

  /**
   * One X.509 certificate.
   *
   * @param subject and issuer: distinguished names in RFC 2253 form
   * @param names the DNS names and addresses of the subject alternative name, as text
   */
  public record Certificate(
      Span span,
      String subject,
      String issuer,
      List<String> names,
      Instant notBefore,
      Instant notAfter) {
    public Certificate {
      names = List.copyOf(names);
    }
  }
}
