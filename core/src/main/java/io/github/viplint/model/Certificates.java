package io.github.viplint.model;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
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
   * @param encoded all of it
   */
  public record Certificate(
      Span span,
      String subject,
      String issuer,
      List<String> names,
      Instant notBefore,
      Instant notAfter,
      X509Certificate encoded) {
    public Certificate {
      names = List.copyOf(names);
    }

    /** Whether it is the same certificate, wherever it stands. */
    public boolean isSame(Certificate other) {
      return encoded.equals(other.encoded);
    }

    /** Whether the key of {@code issuer} signed it. */
    public boolean isSignedBy(Certificate issuer) {
      try {
        encoded.verify(issuer.encoded.getPublicKey());
        return true;
      } catch (GeneralSecurityException e) {
        return false;
      }
    }
  }
}
