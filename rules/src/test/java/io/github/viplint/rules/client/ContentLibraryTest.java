package io.github.viplint.rules.client;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class ContentLibraryTest {
  @Test
  void isOneFindingHoweverOften() {
    LintedLab.of("VL716")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z error wcp [x/y.go:1] Failed to validate Content Library UUID 42, error: not found <<< warning: the content library or the storage policy
            2031-02-03T04:06:06Z error wcp [x/y.go:1] Failed to validate Content Library UUID 42, error: not found
            """)
        .holds();
  }

  @Test
  void isSilentOnALibraryThatIsFine() {
    LintedLab.of("VL716")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z info wcp [x/y.go:1] Validated Content Library 42
            """)
        .holds();
  }
}
