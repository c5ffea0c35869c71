package io.github.viplint.rules.client;

import io.github.viplint.lint.HostView;
import io.github.viplint.model.Certificates;
import io.github.viplint.model.Certificates.Certificate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The certificates of an appliance's Data Plane API, known by the names of their files.
 *
 * @param authority of ca.crt
 * @param server the first one of server.crt
 */
record DataplaneCertificates(List<Certificate> authority, List<Certificate> server) {

  static DataplaneCertificates of(HostView host) {
    return new DataplaneCertificates(
        named(host, "ca.crt").toList(), named(host, "server.crt").limit(1).toList());
  }

  private static Stream<Certificate> named(HostView host, String name) {
    return host.facts(Certificates.class).stream()
        .filter(
            facts ->
                facts
                    .capture()
                    .path()
                    .filter(path -> path.equals(name) || path.endsWith("/" + name))
                    .isPresent())
        .flatMap(facts -> facts.certificates().stream());
  }
}
