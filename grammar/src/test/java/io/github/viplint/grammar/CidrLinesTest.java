package io.github.viplint.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CidrLinesTest {
  private final LineParser<CidrLinesParser, CidrLinesParser.LineContext> parser =
      new LineParser<>(TokenTables.cidrLines(), CidrLinesParser::new, CidrLinesParser::line);

  @Test
  void onlyTheFirstCharacterMakesAComment() {
    assertThat(line("# 10.0.0.0/24").comment()).isNotNull();
    assertThat(line(" # 10.0.0.0/24").comment()).isNull();
    assertThat(line(" # 10.0.0.0/24").entry()).isNotNull();
  }

  @Test
  void aPlainEntryIsOneWord() {
    assertThat(line("10.0.0.0/24").entry().getChildCount()).isEqualTo(1);
    assertThat(line("10.0.0.0/24 ").entry().getChildCount()).isEqualTo(2);
    assertThat(line("").entry()).isNull();
  }

  @Property
  void everyTextIsALine(@ForAll String text) {
    assertThat(parser.parse(text).valid()).isTrue();
  }

  private CidrLinesParser.LineContext line(String text) {
    return parser.parse(text).tree();
  }
}
