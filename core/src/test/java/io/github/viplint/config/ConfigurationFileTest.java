package io.github.viplint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {
  @TempDir Path dir;

  @Test
  void takesGlobsFromTheFolderOfTheFile() throws Exception {
    Configuration configuration = read("labs:\n  - labs/blue\n  - labs/green*\n");

    assertThat(configuration.labs())
        .extracting(lab -> lab.name())
        .containsExactly("labs/blue", "labs/green*");
    assertThat(configuration.labs().get(0).glob()).isEqualTo(dir.resolve("labs/blue").toString());
  }

  @Test
  void isEmptyWhenTheFileIs() throws Exception {
    assertThat(read("# nothing yet\n").labs()).isEmpty();
  }

  @Test
  void isFoundUpwards() throws IOException {
    Path below = Files.createDirectories(dir.resolve("a/b"));
    Files.writeString(dir.resolve(".viplint.yaml"), "labs: []\n");

    assertThat(ConfigurationFile.find(below)).contains(dir.resolve(".viplint.yaml"));
  }

  @Test
  void saysLineAndKnownSettingsForAnUnknownOne() {
    assertThatThrownBy(() -> read("labs: []\nlab: x\n"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(".viplint.yaml:2: `lab` is no setting; known are: labs");
  }

  @Test
  void saysWhatItExpected() {
    assertThatThrownBy(() -> read("labs: blue\n"))
        .hasMessageContaining(":1: expected `labs` is a list");
    assertThatThrownBy(() -> read("- blue\n")).hasMessageContaining(":1: expected a mapping");
  }

  @Test
  void saysWhereTheYamlBreaks() {
    assertThatThrownBy(() -> read("labs: [blue\n"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("is no YAML");
    assertThatThrownBy(() -> ConfigurationFile.read(dir.resolve("none.yaml")))
        .hasMessageContaining("can't be read");
  }

  private Configuration read(String yaml) throws Exception {
    return ConfigurationFile.read(Files.writeString(dir.resolve(".viplint.yaml"), yaml));
  }
}
