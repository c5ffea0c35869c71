package io.github.viplint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.viplint.lint.Severity;
import io.github.viplint.log.Signature;
import io.github.viplint.log.SignaturePack;
import io.github.viplint.log.SignatureSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureFileTest {
  private static final String GOOD =
      """
      parts:
        address: '(?P<address>[0-9.]+)'
        peer: 'by ${address}'
      rules:
        - {code: LAB101, name: proxy-refused, severity: warning, summary: the proxy refused somebody}
      signatures:
        - id: proxy-refused
          rule: LAB101
          forms:
            - {literal: refused by, pattern: 'refused ${peer}$'}
            - {literal: error lb, pattern: '^error lb ', head: true}
          meaning: the proxy refused a connection
          fix: ask its owner
          source: its manual
          matches: [refused by 10.0.0.1, error lb x]
          differs: [asked by 10.0.0.1]
      """;

  @TempDir Path folder;

  @Test
  void signaturesAndTheRulesThatReportThem() throws Exception {
    SignatureFile.Content content = read(GOOD);

    assertThat(content.rules()).hasSize(1);
    assertThat(content.rules().get(0).severity()).isEqualTo(Severity.WARNING);
    SignatureSet set = new SignatureSet(content.signatures());
    assertThat(set.match("refused by 10.0.0.9").get(0).groups())
        .isEqualTo(Map.of("address", "10.0.0.9"));
    assertThat(set.match("x", "error lb x")).as("a form that looks at the head").hasSize(1);
  }

  @Test
  void aCompiledPackIsTheSameWithoutItsExamples() throws Exception {
    List<Signature> signatures = read(GOOD).signatures();
    ByteArrayOutputStream compiled = new ByteArrayOutputStream();
    SignaturePack.write(signatures, compiled);

    Signature read = SignaturePack.read(new ByteArrayInputStream(compiled.toByteArray())).get(0);

    assertThat(read.id()).isEqualTo("proxy-refused");
    assertThat(read.fix()).isEqualTo("ask its owner");
    assertThat(read.forms().toString()).isEqualTo(signatures.get(0).forms().toString());
    assertThat(read.forms().get(1).headed()).isTrue();
    assertThat(read.matches()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'refused by 10.0.0.1, e', 'refused by 10.0.0.x, e', 7: proxy-refused does not match its example: refused by 10.0.0.x",
    "asked by, refused by, 7: proxy-refused matches what it must not: refused by 10.0.0.1",
    "'refused ${peer}$', 'refused (${peer}$', 10: is no RE2 pattern: missing closing )",
    "'refused ${peer}$', 'refused ${pear}$', 10: names a part that is not defined above",
    "meaning:, meanings:, 12: `meanings` is none of",
    "LAB101, lab, 5: a rule has a code such as LAB101",
    "signatures:, signature:, 6: `signature` is none of parts",
    "'forms:', 'forms: 1 #', 9: expected `forms` to be a list",
    "'error lb x]', 'refused by 10.0.0.2]', 7: no example of proxy-refused has the form ^error lb",
    "'  meaning: the', '  # the', 7: `meaning` is missing"
  })
  void aMistakeIsToldWithItsLine(String from, String to, String message) {
    assertThatThrownBy(
            () ->
                read(
                    GOOD.replaceFirst(
                        java.util.regex.Pattern.quote(from),
                        java.util.regex.Matcher.quoteReplacement(to))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("pack.yaml:" + message.strip());
  }

  private SignatureFile.Content read(String text) throws IOException, ConfigurationException {
    Path file = folder.resolve("pack.yaml");
    Files.writeString(file, text);
    return SignatureFile.read(file);
  }
}
