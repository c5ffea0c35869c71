package io.github.viplint.read.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OvfPropertiesReaderTest {
  private static final String ENVIRONMENT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Environment xmlns="http://schemas.dmtf.org/ovf/environment/1"
           xmlns:oe="http://schemas.dmtf.org/ovf/environment/1">
         <PropertySection>
               <Property oe:key="network.management_ip" oe:value="172.30.5.20/24"/>
               <Property oe:value='172.30.5.1' oe:key='network.management_gateway'/>
               <Property oe:key="network.workload_gateway" oe:value="172.30.8.&#49;"/>
         </PropertySection>
      </Environment>
      """;

  private static ReadPlan read(String text) {
    return ReadPlan.of(CaptureKind.OVF_PROPERTIES, text);
  }

  @Test
  void readsAnImportSpecOfGovc() {
    ReadPlan plan =
        read(
            """
            {
              "DeploymentOption": "frontend",
              "PropertyMapping": [
                {"Key": "appliance.root_pwd", "Value": "not an address"},
                {"Key": "network.nameservers", "Value": "9.9.9.10, 9.9.9.11"},
                {"Key": "network.frontend_ip", "Value": "172.30.9.20/24"},
                {"Key": "network.frontend_gateway", "Value": ""},
                {"Key": "loadbalance.service_ip_range", "Value": "172.30.9.64/26,172.30.9.130/26"}
              ]
            }
            """);
    assertThat(plan.told())
        .containsExactly(
            "5: name server 9.9.9.10",
            "5: name server 9.9.9.11",
            "6: address of the appliance in frontend 172.30.9.20/24",
            "6: network of frontend 172.30.9.0/24",
            "8: VIP range of the appliance 172.30.9.64/26",
            "8: VIP range of the appliance 172.30.9.130/26");
    assertThat(plan.entries().get(5).span().text()).isEqualTo("172.30.9.130/26");
    assertThat(plan.problems()).isEmpty();
  }

  @Test
  void readsLinesAsOvftoolTakesThem() {
    assertThat(
            read("""
                    network.management_ip=172.30.5.20/24
                    --prop:network.management_gateway='172.30.5.1' \\
                    loadbalance.dataplane_port=5556
                    """)
                .told())
        .containsExactly(
            "1: address of the appliance in management 172.30.5.20/24",
            "1: network of management 172.30.5.0/24",
            "2: gateway of management 172.30.5.1");
  }

  @Test
  void readsAnOvfEnvironment() {
    ReadPlan plan = read(ENVIRONMENT);
    assertThat(plan.told())
        .containsExactly(
            "5: address of the appliance in management 172.30.5.20/24",
            "5: network of management 172.30.5.0/24",
            "6: gateway of management 172.30.5.1",
            "7: gateway of workload 172.30.8.1");
    assertThat(plan.entries().get(2).span().text()).isEqualTo("172.30.5.1");
  }

  @Test
  void knowsNoDocumentTypeAndNoEntity() {
    ReadPlan plan =
        read(
            """
            <?xml version="1.0"?>
            <!DOCTYPE Environment [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY a "10.0.0.1">]>
            <Environment xmlns:oe="http://schemas.dmtf.org/ovf/environment/1">
              <Property oe:key="network.management_gateway" oe:value="&a;"/>
            </Environment>
            """);
    assertThat(plan.told()).isEmpty();
    assertThat(plan.problems())
        .containsExactly("1: a document type stands here; what follows is not read");
  }

  @Test
  void readsWhatStandsBeforeAFault() {
    ReadPlan xml = read(ENVIRONMENT.substring(0, ENVIRONMENT.indexOf("<Property oe:value")));
    assertThat(xml.told()).hasSize(2);
    assertThat(xml.problems()).hasSize(1);
    ReadPlan json =
        read(
            """
            {"PropertyMapping": [
              {"Key": "network.management_gateway", "Value": "172.30.5.1"},
              {"Key": "network.workload_gateway", "Val
            """);
    assertThat(json.told()).containsExactly("2: gateway of management 172.30.5.1");
    assertThat(json.problems())
        .containsExactly("3: from here on it is no JSON; what stands before was read");
  }

  @Test
  void isNotImpressedByDepth() {
    assertThat(read("[".repeat(100_000)).problems()).hasSize(1);
    assertThat(read("<a>".repeat(100_000)).problems()).hasSize(1);
  }

  @Property(tries = 300)
  void neverThrowsAndAccountsForEveryLine(@ForAll("texts") String text) {
    assertThat(read(text).reading().coverage().total()).isEqualTo((int) text.lines().count());
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("<>{}[]\"':/=&;,.\\ \nnetwork.managemt_ip0123456789KVProety")
        .ofMaxLength(200)
        .flatMap(
            rest ->
                Arbitraries.of("", "{\"PropertyMapping\": [", "<Environment ", "network.")
                    .map(head -> head + rest));
  }
}
