package io.github.viplint.rules.client;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.Certificates;
import io.github.viplint.model.Certificates.Certificate;
import java.util.List;
import java.util.stream.Stream;

/** VL713: vCenter trusts another CA than the one that the appliance has. */
final class DataplaneCaDiffers implements Rule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL713",
        "dataplane-ca-differs",
        Severity.ERROR,
        "the CA that vCenter is given is not the appliance's: it will not talk to the Data Plane"
            + " API");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE)
        .all(CaptureKind.CERTIFICATE)
        .anywhere(CaptureKind.WCP_CONFIG, CaptureKind.OVF_PROPERTIES);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      DataplaneCertificates own = DataplaneCertificates.of(host);
      if (!own.authority().isEmpty()) {
        lab.lab().plans().stream()
            .flatMap(reading -> reading.facts().stream())
            .filter(Certificates.class::isInstance)
            .map(facts -> ((Certificates) facts).certificates())
            .filter(given -> !given.isEmpty() && !trusts(given, own))
            .forEach(given -> report(host, given.get(0), own.authority().get(0), findings));
      }
    }
  }

  /** A chain may hold more than the CA, and the server's own certificate will do too. */
  private static boolean trusts(List<Certificate> given, DataplaneCertificates own) {
    return given.stream()
        .anyMatch(
            one ->
                Stream.concat(own.authority().stream(), own.server().stream())
                    .anyMatch(one::isSame));
  }

  private static void report(
      HostView host, Certificate given, Certificate captured, Findings findings) {
    findings
        .at(
            host,
            given.span(),
            "the CA given here, "
                + given.subject()
                + ", is not the one of /etc/haproxy/ca.crt on "
                + host.called()
                + ": vCenter will not trust the Data Plane API")
        .label("valid from " + given.notBefore() + ", the other from " + captured.notBefore())
        .help(
            "put the content of /etc/haproxy/ca.crt into vCenter, and restart the Workload Control"
                + " Plane service")
        .note(
            "an appliance that is deployed anew makes new certificates, unless it is given the old"
                + " certificate and key")
        .related(captured.span(), "the appliance's CA")
        .subject(given.subject())
        .fix(
            Fix.of(
                "in vCenter, replace the load balancer's certificate by /etc/haproxy/ca.crt, then"
                    + " restart the service",
                Fix.Safety.MANUAL,
                List.of(),
                List.of("cat /etc/haproxy/ca.crt", "vmon-cli --restart wcp")))
        .confirm("openssl x509 -in /etc/haproxy/ca.crt -noout -fingerprint -sha256")
        .report();
  }
}
