package io.github.viplint.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RouteTablesTest {
  private final LineParser<RouteTablesParser, RouteTablesParser.LineContext> parser =
      new LineParser<>(TokenTables.routeTables(), RouteTablesParser::new, RouteTablesParser::line);

  @Test
  void fieldsStandBetweenCommas() {
    RouteTablesParser.EntryContext entry = parser.parse("2,workload,,#x").tree().entry();
    assertThat(entry.first().getText()).isEqualTo("2");
    assertThat(entry.field())
        .extracting(field -> field.getText())
        .containsExactly("workload", "", "#x");
  }

  @Test
  void onlyTheFirstCharacterMakesAComment() {
    assertThat(parser.parse("#2,workload").tree().comment()).isNotNull();
    assertThat(parser.parse(" #2,workload").tree().entry().field()).hasSize(1);
  }

  @Property
  void everyTextIsALine(@ForAll String text) {
    assertThat(parser.parse(text).valid()).isTrue();
  }
}
