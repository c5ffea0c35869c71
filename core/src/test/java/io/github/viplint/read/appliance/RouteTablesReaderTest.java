package io.github.viplint.read.appliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.model.Reading;
import io.github.viplint.model.RouteTables;
import io.github.viplint.model.RouteTables.Entry;
import io.github.viplint.model.RouteTables.Field;
import io.github.viplint.read.Pasted;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RouteTablesReaderTest {

  @Test
  void theAppliancesPairOfLines() {
    Reading reading =
        read(
            """
            # <TableID>,<TableName>,<MACAddress>,<NetworkCIDR>,<Gateway4>

            2,workload,00:50:56:aa:bb:01,10.30.1.5/24,10.30.1.1
            2,workload,00:50:56:aa:bb:01,10.30.1.5/24
            """);
    Entry first = entries(reading).get(0);
    assertThat(first.id()).isEqualTo("2");
    assertThat(first.name()).isEqualTo("workload");
    assertThat(first.mac()).isEqualTo("00:50:56:aa:bb:01");
    assertThat(first.address()).hasToString("Optional[10.30.1.5/24]");
    assertThat(first.gateway()).hasToString("Optional[10.30.1.1]");
    assertThat(first.hasGatewayField()).isTrue();
    Entry second = entries(reading).get(1);
    assertThat(second.address()).hasToString("Optional[10.30.1.5/24]");
    assertThat(second.gateway()).isEmpty();
    assertThat(second.hasGatewayField()).isFalse();
    assertThat(reading.coverage()).isEqualTo(new Coverage(4, 4, 0, 0));
  }

  @Test
  void fieldsKeepTheirBlanksAndPlaces() {
    Entry entry = entries(read("2, workload,,10.30.1.5/24 ,x,\n")).get(0);
    assertThat(entry.fields())
        .extracting(Field::text)
        .containsExactly("2", " workload", "", "10.30.1.5/24 ", "x", "");
    assertThat(entry.fields())
        .allSatisfy(field -> assertThat(field.span().text()).isEqualTo(field.text()));
    assertThat(entry.address()).isEmpty();
    assertThat(entry.gateway()).isEmpty();
  }

  @Test
  void anIndentedHashIsNoComment() {
    assertThat(entries(read("  # x\n"))).hasSize(1);
    assertThat(entries(read("# x\n"))).isEmpty();
  }

  @Test
  void aCrOfAFileBelongsToTheLastField() {
    Entry entry = entries(read("2,workload,00:50:56:aa:bb:01,10.30.1.5/24\r\n")).get(0);
    assertThat(entry.fields().get(3).text()).isEqualTo("10.30.1.5/24\r");
    assertThat(entry.address()).isEmpty();
  }

  @Test
  void proseInAPasteIsAProblem() {
    String text = "here it is\n2 workload\n2,workload,00:50:56:aa:bb:01,10.30.1.5/24\n";
    Capture paste = Pasted.paste(CaptureKind.ROUTE_TABLES, text);
    Reading reading = new RouteTablesReader().read(paste);
    assertThat(entries(reading)).hasSize(2);
    assertThat(reading.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.place()).hasToString("Optional[test.txt:1:1]"));
    assertThat(reading.coverage()).isEqualTo(new Coverage(3, 2, 0, 1));
    assertThat(entries(read(text))).as("the service takes it for an entry").hasSize(3);
  }

  @Property
  void anyTextIsRead(@ForAll String text) {
    Reading reading = read(text);
    assertThat(entries(reading))
        .allSatisfy(
            entry ->
                assertThat(String.join(",", entry.fields().stream().map(Field::text).toList()))
                    .isEqualTo(entry.span().text()));
  }

  private static Reading read(String text) {
    return new RouteTablesReader().read(Pasted.file(CaptureKind.ROUTE_TABLES, text));
  }

  private static List<Entry> entries(Reading reading) {
    return ((RouteTables) reading.facts().get(0)).entries();
  }
}
