package io.github.viplint.read.appliance;

import io.github.viplint.capture.Span;
import io.github.viplint.model.Certificates.Certificate;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** X.509 certificates from their encoding. */
public final class X509 {
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;
  private static final int MOST = 100;
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]{1,100000})-----END CERTIFICATE");

  private X509() {}

  /** The certificate whose DER is {@code base64}; empty where it can't be decoded. */
  static Optional<Certificate> decode(Span span, String base64) {
    try {
      byte[] der = Base64.getDecoder().decode(base64);
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      return factory.generateCertificate(new ByteArrayInputStream(der)) instanceof X509Certificate x
          ? Optional.of(certificate(span, x))
          : Optional.empty();
    } catch (IllegalArgumentException | CertificateException e) {
      return Optional.empty();
    }
  }

  /** All certificates in a text that holds PEM among other things, each said to stand at span. */
  public static List<Certificate> inPem(Span span, String text) {
    List<Certificate> found = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (found.size() < MOST && block.find()) {
      decode(span, block.group(1).replaceAll("\\s", "")).ifPresent(found::add);
    }
    return found;
  }

  private static Certificate certificate(Span span, X509Certificate x)
      throws CertificateParsingException {
    return new Certificate(
        span,
        x.getSubjectX500Principal().getName(),
        x.getIssuerX500Principal().getName(),
        names(x),
        x.getNotBefore().toInstant(),
        x.getNotAfter().toInstant(),
        x);
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
}
