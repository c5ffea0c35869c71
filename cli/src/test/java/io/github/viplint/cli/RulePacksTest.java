package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.Viplint;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Rule;
import java.io.File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulePacksTest {
  @ParameterizedTest
  @CsvSource({
    "viplint-cli.jar, true",
    "/opt/viplint/viplint-cli.jar, true",
    "viplint-cli.jar:mine.jar, false",
    "mine.jar:viplint-cli.jar, false",
    "all-in-one.jar, false",
    "'', false",
  })
  void aClassPathOfTheProgramAloneHasNoOtherPack(String classPath, boolean alone) {
    String path = classPath.replace(":", File.pathSeparator);
    assertThat(RulePacks.isProgramAlone(path)).isEqualTo(alone);
  }

  @Test
  void theProgramAloneHasTheSameRules() {
    assertThat(RulePacks.alone(Options.DEFAULT).rules().stream().map(Rule::info).toList())
        .isEqualTo(Viplint.standard(Options.DEFAULT).rules().stream().map(Rule::info).toList());
  }
}
