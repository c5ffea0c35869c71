package io.github.viplint.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormTest {
  @Test
  void everyFormNamesWhatItHides() {
    assertThat(Form.ALL)
        .allSatisfy(form -> assertThat(form.pattern().pattern()).contains("(?<s>"))
        .allSatisfy(form -> assertThat(form.clues()).isNotEmpty());
  }
}
