package io.github.viplint.rules.bind;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class BindFailureOfUnknownAddressTest {
  private static final String JOURNAL =
      """
      root@haproxy [ ~ ]# journalctl -u haproxy --no-pager
      Mar 02 10:11:12 haproxy.lab.example haproxy[811]: [ALERT] 060/101112 (811) : Starting frontend api: cannot bind socket [10.20.30.70:443]""";

  @Test
  void speaksWhenTheFileBindsSomethingElse() {
    LintedLab.of("VL204")
        .file(
            "journal.txt",
            JOURNAL + " <<< info: names 10.20.30.70, which haproxy.cfg does not bind\n")
        .file("haproxy.cfg", "global\ndefaults\n  mode tcp\nfrontend api\n  bind 10.20.30.80:443\n")
        .holds();
  }

  @Test
  void speaksOnAnExcerptThatHoldsTheFrontend() {
    LintedLab.of("VL204")
        .file("journal.txt", JOURNAL + " <<< info: names 10.20.30.70\n")
        .file(
            "paste.txt",
            """
            root@haproxy [ ~ ]# cat /etc/haproxy/haproxy.cfg
            ....
            frontend api
              bind 10.20.30.80:443
            """)
        .holds();
  }

  @Test
  void isSilentOnAnExcerptThatDoesNot() {
    LintedLab.of("VL204")
        .file("journal.txt", JOURNAL + "\n")
        .file(
            "paste.txt",
            """
            root@haproxy [ ~ ]# cat /etc/haproxy/haproxy.cfg
            ....
            frontend other
              bind 10.20.30.80:443
            """)
        .holds();
  }

  @Test
  void isSilentWhenTheFileBindsIt() {
    LintedLab.of("VL204")
        .file("journal.txt", JOURNAL + "\n")
        .file("haproxy.cfg", "global\ndefaults\n  mode tcp\nfrontend api\n  bind 10.20.30.70:443\n")
        .holds();
  }
}
