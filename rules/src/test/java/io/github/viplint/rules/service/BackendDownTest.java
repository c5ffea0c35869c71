package io.github.viplint.rules.service;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class BackendDownTest {
  @Test
  void isOneFindingForEachBackend() {
    LintedLab.of("VL606")
        .file(
            "journal.txt",
            """
            Mar 04 05:06:07 lb1 haproxy[829]: [WARNING] 062/050607 (829) : Server api/one is DOWN, reason: Layer4 timeout, check duration: 2001ms. 0 active and 0 backup servers left.
            Mar 04 05:06:07 lb1 haproxy[829]: [ALERT] 062/050607 (829) : backend 'api' has no server available! <<< warning: all servers of backend api are down
            Mar 04 05:06:07 lb1 haproxy[829]: [ALERT] 062/050608 (829) : backend 'api' has no server available!
            """)
        .holds();
  }

  @Test
  void isSilentWhenAServerCameBack() {
    LintedLab.of("VL606")
        .file(
            "journal.txt",
            """
            Mar 04 05:06:07 lb1 haproxy[829]: [ALERT] 062/050607 (829) : backend 'api' has no server available!
            Mar 04 05:06:07 lb1 haproxy[829]: [WARNING] 062/050907 (829) : Server api/one is UP, reason: Layer4 check passed, check duration: 0ms. 1 active and 0 backup servers online.
            """)
        .holds();
  }

  @Test
  void isSilentWhileOneServerIsLeft() {
    LintedLab.of("VL606")
        .file(
            "journal.txt",
            """
            Mar 04 05:06:07 lb1 haproxy[829]: [WARNING] 062/050607 (829) : Server api/one is DOWN, reason: Layer4 timeout, check duration: 2001ms. 1 active and 0 backup servers left.
            """)
        .holds();
  }
}
