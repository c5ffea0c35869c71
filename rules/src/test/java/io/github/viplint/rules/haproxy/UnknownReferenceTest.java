package io.github.viplint.rules.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownReferenceTest {
  private static final String CFG = "etc/haproxy/haproxy.cfg";
  private static final String LISTEN =
      "listen x\n  mode http\n  bind 10.20.30.35:443\n  server one 172.20.0.11:443\n  ";

  private static LintedLab lab() {
    return LintedLab.of("VL506");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http-request deny if nope <<< error/high: there is no ACL nope: haproxy refuses the file",
        "http-request deny if TRUE !nope <<< error: there is no ACL nope",
        "tcp-request content reject if { src 10.0.0.1 } nope <<< error: there is no ACL nope",
        "http-request deny if HTTP_2.0 <<< error: there is no ACL HTTP_2.0",
        "stats admin if nope <<< error: there is no ACL nope",
        "http-request auth unless { http_auth(nope) } <<< error: there is no userlist nope",
        "server two h.example:443 resolvers nope <<< error: there is no resolvers section nope",
        "stick-table type ip size 1m peers nope <<< error: there is no peers section nope",
        "http-request cache-use nope <<< error: there is no cache nope",
        "errorfiles nope <<< error: there is no http-errors section nope",
        "use-fcgi-app nope <<< error: there is no fcgi-app nope",
        "use-server nope if TRUE <<< error: there is no server nope",
        "server two 172.20.0.12:443 track nope <<< error: there is no server nope",
        "server two 172.20.0.12:443 track nope/one <<< error: there is no backend nope",
        "server two 172.20.0.12:443 track x/nope <<< error: there is no server nope",
        "acl up srv_is_up(x/nope) <<< error: there is no server nope",
        "http-request track-sc0 src table nope <<< error: there is no stick-table nope",
        "http-request track-sc0 src <<< error: this listen has no stick-table",
        "stick on src <<< error: this listen has no stick-table",
        "acl busy nbsrv(nope) lt 1 <<< error: there is no backend nope",
        "acl busy fe_conn(nope) gt 1 <<< error: there is no frontend nope",
        "log ring@nope local0 <<< warning: haproxy -c says nothing, and haproxy does not start",
      })
  void finds(String line) {
    lab().file(CFG, LISTEN + line + "\n").holds();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acl api path_beg /api\n  http-request deny if api",
        "http-request deny if LOCALHOST or { path_beg nope }",
        "http-request deny if",
        "use-server %[src] if TRUE",
        "use-server one if TRUE",
        "server two 172.20.0.12:443 track x/one",
        "acl busy nbsrv(x) lt 1",
        "acl up srv_is_up(x/one)",
        "server-template web 3 172.20.0.12:443\n  use-server web2 if TRUE",
        "acl busy nbsrv lt 1",
        "stick-table type ip size 1m\n  stick on src\n  http-request track-sc0 src",
        "stats auth a:b if nope",
        "log-format \"%ci if nope\"",
        // without a sender the mailers are not looked for
        "email-alert mailers nope",
        // no server line below takes it over
        "default-server resolvers nope",
        "disabled\n  use-server nope if TRUE\n  errorfiles nope",
        "use_backend x if { dst_port 1 } use_backend y if nope",
      })
  void isSilentOn(String line) {
    lab().file(CFG, LISTEN + line + "\n").holds();
  }

  @Test
  void knowsAnAclFromItsDefinitionOnInItsOwnSection() {
    lab()
        .file(
            CFG,
            """
            frontend a
              bind 10.20.30.35:443
              use_backend b if later <<< error: ACL later is defined below its use
              acl later dst_port 443
              acl here dst_port 443
            backend b
              tcp-request content reject if here <<< error: there is no ACL here
              server one 172.20.0.11:443
            """)
        .holds();
  }

  @Test
  void putsBlanksAroundBraces() {
    Finding finding =
        lab()
            .file(
                CFG,
                """
                frontend a
                  bind 10.20.30.35:443
                  use_backend b if {dst_port 443} <<< error: there is no ACL {dst_port
                backend b
                  server one 172.20.0.11:443
                """)
            .holds()
            .stream()
            .findFirst()
            .orElseThrow();
    Fix fix = finding.fixes().get(0);
    assertThat(fix.safety()).isEqualTo(Fix.Safety.SAFE);
    assertThat(fix.proven()).isTrue();
  }

  @Test
  void offersTheNearestName() {
    Finding finding =
        lab()
            .file(
                CFG,
                """
                userlist admins
                  user wcp insecure-password x
                listen x
                  mode http
                  bind 10.20.30.35:443
                  server one 172.20.0.11:443
                  http-request auth unless { http_auth(admin) } <<< error: there is no userlist admin
                """)
            .holds()
            .get(0);
    assertThat(finding.fixes().get(0).proven()).isTrue();
  }

  @Test
  void looksForGroupsAndUsersInTheirUserlist() {
    lab()
        .file(
            CFG,
            """
            userlist one
              group ops users wcp,root <<< error: there is no user root
              user wcp insecure-password x groups ops,dev <<< error: there is no group dev
            """)
        .holds();
  }

  @Test
  void looksForDefaultsWhereTheReleaseKnowsFrom() {
    String text = "defaults base\n  mode tcp\nfrontend a from bas";
    lab().file(CFG, text + "\n").holds();
    lab()
        .options(Releases.of("2.6"))
        .file(CFG, text + " <<< error: there is no defaults section bas\n")
        .holds();
  }

  @Test
  void knowsTheTablesOfPeers() {
    lab()
        .file(
            CFG,
            """
            peers p
              peer a 10.20.30.40:1024
              table t type ip size 1m
            listen x
              bind 10.20.30.35:443
              server one 172.20.0.11:443
              stick on src table p/t
            """)
        .holds();
  }
}
