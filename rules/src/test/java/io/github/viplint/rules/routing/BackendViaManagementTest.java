package io.github.viplint.rules.routing;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackendViaManagementTest {
  private static final String HAPROXY = "etc/haproxy/haproxy.cfg";
  private static final String SERVERS =
      """
      frontend web
        bind 10.20.30.66:443
      backend web
        server near 10.20.30.20:443 check
        server same 192.0.2.20:443 check
        server far-1 172.30.0.20:443 check%s
        server far-2 172.30.0.21:443 check
      """;

  private static LintedLab lab() {
    return LintedLab.of("VL405");
  }

  @Test
  void notesServersBehindManagementOnce() {
    lab()
        .file("paste-1.txt", CapturedHost.with("", CapturedHost.DEFAULT))
        .file(
            HAPROXY,
            SERVERS.formatted(" <<< info: reaches 172.30.0.20, 172.30.0.21 through management"))
        .holds();
  }

  @Test
  void warnsWhenTheBackendIsDown() {
    lab()
        .file("paste-1.txt", CapturedHost.with("", CapturedHost.DEFAULT))
        .file(HAPROXY, SERVERS.formatted(" <<< warning: and the backend is down"))
        .file(
            "journal.txt",
            "Nov 20 15:30:07 haproxy haproxy[829]: [WARNING] 324/153007 (829) : Server web/far-1 is DOWN,"
                + " reason: Layer4 timeout, check duration: 2001ms.\n")
        .holds();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Get \"https://10.20.30.66/api\": EOF | warning: connections to its VIP end at once",
        "Get \"https://10.20.30.66/api\": dial tcp 10.20.30.66:443: i/o timeout"
            + " | warning: connections to its VIP time out",
        "Get \"https://10.20.30.67/api\": EOF | info: it works as long as"
      })
  void warnsWhenClientsGetNoAnswerAtItsVip(String message, String found) {
    lab()
        .file("paste-1.txt", CapturedHost.with("", CapturedHost.DEFAULT))
        .file(
            HAPROXY,
            SERVERS
                .formatted(" <<< " + found)
                .replace("bind 10.20.30.66:443\n", "bind 10.20.30.66:443\n  default_backend web\n"))
        .file(
            "client.txt",
            "user@desk:~$ kubectl get pods\nUnable to connect to the server: " + message + "\n")
        .holds();
  }

  @Test
  void isSilentByTheWorkloadTable() {
    lab()
        .file(
            "paste-1.txt",
            CapturedHost.with("32764:	from all to 172.30.0.0/16 lookup 3\n", CapturedHost.DEFAULT))
        .file(HAPROXY, SERVERS.formatted(""))
        .holds();
  }

  @Test
  void isSilentWhenALoginAtItsVipSucceeded() {
    lab()
        .file("paste-1.txt", CapturedHost.with("", CapturedHost.DEFAULT))
        .file(HAPROXY, SERVERS.formatted(""))
        .file(
            "paste-2.txt",
            """
            $ kubectl vsphere login --server=10.20.30.66 --vsphere-username administrator@vsphere.local
            Logged in successfully.

            You have access to the following contexts:
               10.20.30.66
            """)
        .holds();
  }
}
