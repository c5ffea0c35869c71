package io.github.viplint.read.appliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.model.Certificates;
import io.github.viplint.model.Certificates.Certificate;
import io.github.viplint.model.Reading;
import io.github.viplint.read.Pasted;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CertificateReaderTest {
  private static final String BODY =
      """
      MIICDjCCAbOgAwIBAgIUQR0A7UYQ0KWEa5owvvlkfdrcfugwCgYIKoZIzj0EAwIw
      PjELMAkGA1UEBhMCREUxEDAOBgNVBAoMB0V4YW1wbGUxHTAbBgNVBAMMFGhhcHJv
      eHkuZXhhbXBsZS50ZXN0MCAXDTI2MTEyMTA2MzI1OFoYDzIxMjYxMDI4MDYzMjU4
      WjA+MQswCQYDVQQGEwJERTEQMA4GA1UECgwHRXhhbXBsZTEdMBsGA1UEAwwUaGFw
      cm94eS5leGFtcGxlLnRlc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARFxZNF
      gdDVxuMC8UPcqlqCE9x1WSUNRq4k5SkZJDRIl6vx53Q0MWi29TQyrHNX6DyzG5iI
      TV5kD/DxhVpGPlf0o4GMMIGJMB0GA1UdDgQWBBQgrRaRzuzF8kK29iZ+e/+J63jj
      kzAfBgNVHSMEGDAWgBQgrRaRzuzF8kK29iZ+e/+J63jjkzAPBgNVHRMBAf8EBTAD
      AQH/MDYGA1UdEQQvMC2CFGhhcHJveHkuZXhhbXBsZS50ZXN0gglsb2NhbGhvc3SH
      BAoUHgWHBH8AAAEwCgYIKoZIzj0EAwIDSQAwRgIhAJDsSb4UtDEIB6ancdNu9gUr
      hJj2o3JoIwMBu+fDoJ1QAiEAqeieLMqck/uEZHBeZEW9bXIZuxGAc16DVGj92FBk
      920=
      """;
  private static final String CERTIFICATE =
      "-----BEGIN CERTIFICATE-----\n" + BODY + "-----END CERTIFICATE-----\n";
  private static final String KEY =
      """
      -----BEGIN PRIVATE KEY-----
      bm90IGEga2V5IGF0IGFsbA==
      -----END PRIVATE KEY-----
      """;

  @Test
  void subjectIssuerNamesAndDates() {
    Reading reading = read("subject=/CN=x\n" + CERTIFICATE + KEY);
    Certificate certificate = certificates(reading).get(0);
    assertThat(certificate.subject()).isEqualTo("CN=haproxy.example.test,O=Example,C=DE");
    assertThat(certificate.issuer()).isEqualTo("CN=haproxy.example.test,O=Example,C=DE");
    assertThat(certificate.names())
        .containsExactly("haproxy.example.test", "localhost", "10.20.30.5", "127.0.0.1");
    assertThat(certificate.notBefore()).isEqualTo("2026-11-21T06:32:58Z");
    assertThat(certificate.notAfter()).isEqualTo("2126-10-28T06:32:58Z");
    assertThat(certificate.span().text() + "\n").isEqualTo(CERTIFICATE);
    assertThat(reading.coverage()).isEqualTo(new Coverage(18, 18, 0, 0));
  }

  @Test
  void anElidedCertificateIsOneProblem() {
    Reading reading =
        read(CERTIFICATE.replaceAll("(?s)PjELM.*?\\nWjA", "......\nWjA") + CERTIFICATE);
    assertThat(reading.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).isEqualTo("a certificate that can't be decoded");
              assertThat(problem.place()).hasToString("Optional[test.txt:1:1]");
            });
    assertThat(reading.coverage()).isEqualTo(new Coverage(27, 14, 0, 13));
    assertThat(certificates(reading)).hasSize(1);
  }

  @Test
  void aCertificateThatDoesNotEndIsOneProblem() {
    Reading reading = read("-----BEGIN CERTIFICATE-----\nMIIC\n" + CERTIFICATE);
    assertThat(certificates(reading)).hasSize(1);
    assertThat(reading.coverage().problems()).isEqualTo(2);
    assertThat(read("-----BEGIN CERTIFICATE-----\nMIIC\n").coverage())
        .isEqualTo(new Coverage(2, 0, 0, 2));
  }

  @Test
  void ofAKeyNothingIsKept() {
    assertThat(certificates(read(KEY))).isEmpty();
    assertThat(read(KEY).problems()).isEmpty();
    assertThat(read("-----BEGIN RSA PRIVATE KEY-----\nx\n").problems()).isEmpty();
  }

  @Property(tries = 300)
  void aBrokenCertificateNeverThrows(
      @ForAll @IntRange(max = 529) int at,
      @ForAll byte value,
      @ForAll @IntRange(max = 529) int cut) {
    byte[] der = Base64.getMimeDecoder().decode(BODY);
    der[at % der.length] = value;
    String body =
        Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(der, der.length - cut % 7));
    Reading reading =
        read("-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    assertThat(certificates(reading).size() + reading.problems().size()).isEqualTo(1);
  }

  @Property
  void anyTextIsRead(@ForAll String text) {
    assertThat(certificates(read(text))).isEmpty();
  }

  private static Reading read(String text) {
    return new CertificateReader().read(Pasted.file(CaptureKind.CERTIFICATE, text));
  }

  private static List<Certificate> certificates(Reading reading) {
    return ((Certificates) reading.facts().get(0)).certificates();
  }
}
