package io.github.viplint.rules.log;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.config.ConfigurationException;
import io.github.viplint.config.SignatureFile;
import io.github.viplint.log.Signature;
import io.github.viplint.log.SignatureSet;
import io.github.viplint.rules.BuiltInRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BuiltInSignaturesTest {
  private static final Path YAML = Path.of("src/main/signatures/signatures.yaml");
  private static final SignatureSet SET = new SignatureSet(BuiltInSignatures.all());

  @Test
  void theBuildCompilesAllOfThemButTheirExamples() throws ConfigurationException {
    List<Signature> source = SignatureFile.read(YAML).signatures();
    assertThat(BuiltInSignatures.all()).extracting(Signature::id).isEqualTo(ids(source));
    assertThat(BuiltInSignatures.all())
        .extracting(signature -> signature.forms().toString())
        .isEqualTo(source.stream().map(signature -> signature.forms().toString()).toList());
    assertThat(BuiltInSignatures.all()).allMatch(signature -> signature.matches().isEmpty());
  }

  /** That examples match is checked whenever the file is read. */
  @Test
  void eachHasLookAlikesAndASource() throws ConfigurationException {
    for (Signature signature : SignatureFile.read(YAML).signatures()) {
      assertThat(signature.differs()).as(signature.id()).isNotEmpty();
      assertThat(signature.source()).as(signature.id()).isNotEmpty();
    }
  }

  @Test
  void eachBelongsToARule() {
    Set<String> codes =
        new BuiltInRules().rules().stream().map(rule -> rule.info().code()).collect(toSet());
    assertThat(BuiltInSignatures.all()).allMatch(signature -> codes.contains(signature.rule()));
  }

  @Test
  void bindFailuresTellWhereAndWhy() {
    assertThat(
            groups(
                "Binding [h.cfg:7] for frontend domain-c8:0-api: cannot bind socket (Cannot assign"
                    + " requested address) for [10.20.0.35:443]"))
        .containsOnly(
            Map.entry("frontend", "domain-c8:0-api"),
            Map.entry("reason", "Cannot assign requested address"),
            Map.entry("address", "10.20.0.35"),
            Map.entry("port", "443"));
    assertThat(groups("Starting frontend web: cannot bind socket [:::443]"))
        .containsEntry("address", "::")
        .containsEntry("port", "443");
  }

  @Test
  void failuresTellTheUnitElseItsDescription() {
    assertThat(groups("Failed to start haproxy.service - HAProxy Load Balancer."))
        .containsOnly(Map.entry("unit", "haproxy.service"));
    assertThat(groups("Failed to start anyip-routes.service."))
        .containsOnly(Map.entry("unit", "anyip-routes.service"));
    assertThat(groups("Failed to start HAProxy Load Balancer."))
        .containsOnly(Map.entry("description", "HAProxy Load Balancer"));
    assertThat(groups("haproxy.service: Unit cannot be reloaded because it is inactive."))
        .containsOnly(Map.entry("unit", "haproxy.service"));
  }

  @Test
  void rangesAreAsTheFileHasThem() {
    assertThat(groups("adding route for  10.20.0.32/27 # VIPs"))
        .containsOnly(Map.entry("range", "10.20.0.32/27 # VIPs"));
    assertThat(groups("Error: any valid prefix is expected rather than \"10.20.0.32/33\"."))
        .containsOnly(
            Map.entry("error", "any valid prefix is expected rather than \"10.20.0.32/33\""),
            Map.entry("range", "10.20.0.32/33"));
  }

  @Test
  void clientsTellWhereTheyFailed() {
    assertThat(groups("dial tcp [fd00::35]:443: connect: connection refused"))
        .containsOnly(Map.entry("address", "fd00::35"), Map.entry("port", "443"));
    assertThat(groups("dial tcp 10.20.0.9:4120->10.20.0.35:443: connect: no route to host"))
        .containsOnly(Map.entry("address", "10.20.0.35"), Map.entry("port", "443"));
    assertThat(groups("Post \"https://10.20.0.52/wcp/login\": EOF"))
        .containsOnly(
            Map.entry("url", "https://10.20.0.52/wcp/login"), Map.entry("host", "10.20.0.52"));
    assertThat(groups("Get \"https://vip.lab:6443/healthz\": context deadline exceeded"))
        .containsOnly(
            Map.entry("url", "https://vip.lab:6443/healthz"),
            Map.entry("host", "vip.lab"),
            Map.entry("port", "6443"));
  }

  private static List<String> ids(List<Signature> signatures) {
    return signatures.stream().map(Signature::id).toList();
  }

  /** The groups of the only signature that matches. */
  private static Map<String, String> groups(String message) {
    List<SignatureSet.Match> matches = SET.match(message);
    assertThat(matches).hasSize(1);
    return matches.get(0).groups();
  }
}
