package io.github.viplint.read.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Definition;
import io.github.viplint.model.haproxy.Reference;
import io.github.viplint.model.haproxy.ReferenceTable;
import io.github.viplint.model.haproxy.References;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.model.haproxy.Symbol;
import io.github.viplint.read.Pasted;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HaproxyReferencesTest {

  @Test
  void backends() {
    ReferenceTable backends =
        table(
            Symbol.BACKEND,
            """
            frontend f
              use_backend a if { dst_port 443 }
              use_backend gone if { dst_port 444 }
              default_backend l
            backend a
            listen l
            backend b
            backend b
            frontend g
              default_backend f
            """);
    assertThat(backends.undefined()).extracting(Reference::name).containsExactly("gone", "f");
    assertThat(backends.undefined().get(0).span().place()).hasToString("test.txt:3:15");
    assertThat(backends.unused()).extracting(Definition::name).containsExactly("b");
    assertThat(backends.duplicates()).hasSize(1);
    assertThat(backends.duplicates().get(0))
        .extracting(one -> one.span().place().toString())
        .containsExactly("test.txt:7:9", "test.txt:8:9");
  }

  @Test
  void aNameMadeOfExpressionsMayMeanAnyThatBeginsAlike() {
    ReferenceTable backends =
        table(
            Symbol.BACKEND,
            """
            frontend f
              use_backend be_%[req.hdr(host),lower]
              use_backend "$NAME"
            backend be_a
            backend c
            """);
    assertThat(backends.undefined()).isEmpty();
    assertThat(backends.dynamic()).hasSize(2);
    assertThat(backends.dynamic().get(0).mayMean("be_a")).isTrue();
    assertThat(backends.dynamic().get(0).mayMean("c")).isFalse();
    assertThat(backends.unused()).isEmpty();
  }

  @Test
  void whatStandsInAnOpenBlockIsNeitherMissedNorTwice() {
    ReferenceTable backends =
        table(
            Symbol.BACKEND,
            """
            frontend f
              use_backend a
            .if feature(X)
              use_backend gone
            backend a
            backend c
            .else
            backend a
            .endif
            """);
    assertThat(backends.undefined()).isEmpty();
    assertThat(backends.duplicates()).isEmpty();
  }

  @Test
  void aclsAreKnownInTheirSectionOnly() {
    List<Section> sections =
        cfg("""
                frontend f
                  acl local src 10.0.0.0/8
                  acl local src 192.168.0.0/16
                  acl idle always_true
                  http-request deny if !local or !{ src 1.1.1.1 } gone
                  http-request allow if METH_GET TRUE
                  tcp-request content reject unless ! local || other
                  http-request set-header x "if" unless local
                backend b
                  use-server s if local
                """)
            .sections();
    ReferenceTable acls = References.of(Symbol.ACL, sections.get(0));
    assertThat(acls.undefined()).extracting(Reference::name).containsExactly("gone", "other");
    assertThat(acls.unused()).extracting(Definition::name).containsExactly("idle");
    assertThat(acls.references().get(0).span().text()).isEqualTo("local");
    assertThat(References.of(Symbol.ACL, sections.get(1)).undefined())
        .extracting(Reference::name)
        .containsExactly("local");
  }

  @Test
  void serversAreKnownInTheirProxyOnly() {
    Section backend =
        cfg("""
                backend b
                  server a 10.0.0.1:80 check
                  server a 10.0.0.2:80 track other/a
                  server c 10.0.0.3:80 track gone
                  use-server d if { always_true }
                """)
            .sections()
            .get(0);
    ReferenceTable servers = References.of(Symbol.SERVER, backend);
    assertThat(servers.undefined()).extracting(Reference::name).containsExactly("gone", "d");
    assertThat(servers.duplicates()).hasSize(1);
  }

  @Test
  void usersAndGroupsOfAUserlist() {
    Section list =
        cfg("""
                userlist l
                  group admins users wcp,gone
                  user wcp password $1$x groups admins,none
                """)
            .sections()
            .get(0);
    assertThat(References.of(Symbol.USER, list).undefined())
        .extracting(Reference::name)
        .containsExactly("gone");
    assertThat(References.of(Symbol.GROUP, list).undefined())
        .extracting(reference -> reference.span().text())
        .containsExactly("none");
  }

  /** Each line names {@code x} once, in any section that may have it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DEFAULTS    | backend b from x",
        "DEFAULTS    | defaults d from x",
        "DEFAULTS    | defaults from x",
        "USERLIST    | acl a http_auth(x)",
        "USERLIST    | http-request auth unless { http_auth_group(x) admins }",
        "PEERS       | stick-table type ip size 1m expire 5m peers x",
        "RESOLVERS   | server s a.lab:80 resolvers x",
        "RESOLVERS   | default-server init-addr none resolvers x",
        "RESOLVERS   | server-template s 1-3 a.lab:80 check resolvers x",
        "RESOLVERS   | http-request do-resolve(txn.ip,x,ipv4) hdr(host)",
        "MAILERS     | email-alert mailers x",
        "CACHE       | http-request cache-use x",
        "CACHE       | http-response cache-store x",
        "CACHE       | filter cache x",
        "RING        | log ring@x local0",
        "HTTP_ERRORS | errorfiles x",
        "HTTP_ERRORS | http-request return status 404 errorfiles x",
        "FCGI_APP    | use-fcgi-app x",
        "FCGI_APP    | filter fcgi-app x",
        "STICK_TABLE | http-request track-sc0 src table x if TRUE",
        "STICK_TABLE | tcp-request content track-sc1 src table x",
        "STICK_TABLE | stick match src table x",
        "STICK_TABLE | acl a sc_http_req_rate(0,x) gt 10",
        "STICK_TABLE | acl a src_conn_cnt(x) gt 10",
        "STICK_TABLE | http-request deny if { src,table_http_err_rate(x) gt 1 }",
        "BACKEND     | acl a nbsrv(x) lt 1",
        "FRONTEND    | acl a fe_conn(x) gt 10",
      })
  void linesThatReferTo(Symbol symbol, String line) {
    HaproxyCfg cfg = cfg("listen l\n" + line + "\n");
    assertThat(cfg.references().of(symbol).references())
        .extracting(reference -> reference.span().text())
        .containsExactly("x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "STICK_TABLE | http-request sc-inc-gpc0(0)",
        "STICK_TABLE | acl a sc0_get_gpc(1) gt 1",
        "STICK_TABLE | http-request track-sc0 src if table x",
        "RESOLVERS   | server resolvers a.lab:80 cookie resolvers",
        "PEERS       | stick-table type ip size 1m",
      })
  void linesThatDoNotReferTo(Symbol symbol, String line) {
    assertThat(cfg("listen l\n" + line + "\n").references().of(symbol).references()).isEmpty();
  }

  @Test
  void dynamicReferencesMayMeanWhatBeginsLikeThem() {
    ReferenceTable backends =
        table(
            Symbol.BACKEND,
            """
            frontend f
                use_backend be_app_%[req.hdr(host)] if TRUE
                use_backend be_%[src] if TRUE
                use_backend be_b%[src] if TRUE
                use_backend x%[src] if TRUE
            """);
    assertThat(List.of("be_", "be_app_a", "be_c", "x", "xy"))
        .allSatisfy(name -> assertThat(backends.isReferred(name)).as(name).isTrue());
    assertThat(List.of("be", "b", "c", "w", "y"))
        .allSatisfy(name -> assertThat(backends.isReferred(name)).as(name).isFalse());
  }

  private static ReferenceTable table(Symbol symbol, String text) {
    return cfg(text).references().of(symbol);
  }

  private static HaproxyCfg cfg(String text) {
    return (HaproxyCfg)
        new HaproxyCfgReader().read(Pasted.file(CaptureKind.HAPROXY_CFG, text)).facts().get(0);
  }
}
