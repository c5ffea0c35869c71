package io.github.viplint.rules.client;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class DataplaneTransactionTest {
  @Test
  void isOneFindingHoweverOften() {
    LintedLab.of("VL710")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z error wcp [x/y.go:1] lbapi: failed to commit transaction: 400 Bad Request <<< error: does not validate
            2031-02-03T04:06:06Z error wcp [x/y.go:1] lbapi: failed to commit transaction: 400 Bad Request
            """)
        .holds();
  }

  @Test
  void isSilentOnA400OfOthers() {
    LintedLab.of("VL710")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z error wcp [x/y.go:1] NSX says 400 Bad Request
            """)
        .holds();
  }
}
