package io.github.viplint.rules.client;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.Span;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.Certificates.Certificate;
import io.github.viplint.model.Planned.Item;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** VL714: what the Data Plane API shows will not be taken for what it is. */
final class DataplaneCertificate implements Rule {
  private static final String MANAGEMENT = "management";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL714",
        "dataplane-certificate",
        Severity.ERROR,
        "server.crt is out of its time, not issued by ca.crt, or without the management address");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).all(CaptureKind.CERTIFICATE);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      DataplaneCertificates own = DataplaneCertificates.of(host);
      own.server().forEach(server -> check(lab, host, own, server, findings));
    }
  }

  private static void check(
      LabView lab,
      HostView host,
      DataplaneCertificates own,
      Certificate server,
      Findings findings) {
    Instant now = Instant.now();
    if (now.isAfter(server.notAfter())) {
      report(host, server, "server.crt expired on " + server.notAfter(), findings)
          .help("make a new certificate, and put its CA into vCenter")
          .report();
    } else if (now.isBefore(server.notBefore())) {
      report(host, server, "server.crt is not valid before " + server.notBefore(), findings)
          .help("see that the clocks are right, then make a new certificate")
          .report();
    }
    if (!own.authority().isEmpty() && own.authority().stream().noneMatch(server::isSignedBy)) {
      report(
              host,
              server,
              "server.crt is not issued by the CA of ca.crt, but by " + server.issuer(),
              findings)
          .help("put both files back as they belong together, or make both anew")
          .related(own.authority().get(0).span(), "ca.crt")
          .report();
    }
    Map<IPAddress, Span> management = management(lab, host);
    boolean named =
        management.keySet().stream()
            .anyMatch(address -> server.names().contains(address.toString()));
    if (!management.isEmpty() && !named) {
      IPAddress address = management.keySet().iterator().next();
      report(
              host,
              server,
              "server.crt is for "
                  + (server.names().isEmpty()
                      ? "no address at all"
                      : String.join(
                          ", ", server.names().subList(0, Math.min(8, server.names().size()))))
                  + ", and the management address "
                  + address
                  + " is not among them",
              findings)
          .help("make a new certificate for all addresses of the appliance")
          .note(
              "the appliance keeps its certificates when its addresses change (v0.1.10 and later)")
          .related(management.get(address), "the management address")
          .subject(address)
          .report();
    }
  }

  /** As the interface has it; where that was not captured, as it is planned. */
  private static Map<IPAddress, Span> management(LabView lab, HostView host) {
    Map<IPAddress, Span> addresses = new TreeMap<>();
    host.kernel().interfaces().stream()
        .filter(device -> device.name().equals(MANAGEMENT))
        .flatMap(device -> device.addresses().stream())
        .filter(own -> own.cidr().address().isIPv4())
        .forEach(own -> addresses.put(own.cidr().address(), own.span()));
    if (addresses.isEmpty()) {
      lab.plans().stream()
          .flatMap(plan -> plan.entries().stream())
          .filter(one -> one.item() == Item.DATAPLANE)
          .filter(one -> one.range().first().isIPv4())
          .forEach(one -> addresses.put(one.range().first(), one.span()));
    }
    return addresses;
  }

  private static Finding.Builder report(
      HostView host, Certificate server, String fault, Findings findings) {
    return findings
        .at(host, server.span(), fault + ": vCenter will not talk to the Data Plane API")
        .label(server.subject())
        .subject(server.subject())
        .confirm(
            "openssl x509 -in /etc/haproxy/server.crt -noout -dates -issuer -ext subjectAltName");
  }
}
