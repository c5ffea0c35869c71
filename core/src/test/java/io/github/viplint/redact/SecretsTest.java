package io.github.viplint.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  private static String masked(String text) {
    return Secrets.in(List.of(text)).mask(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          user admin password $5$saltsalt$Hq3vXyz12345 | user admin password $5$****
          user admin insecure-password Sesame-1 # note | user admin insecure-password **** # note
          stats auth ops:Sesame-1                      | stats auth ops:****
          hash is $1$abcdefgh$0123456789abcdefghijkl   | hash is $1$****
          set KUBECTL_VSPHERE_PASSWORD=Sesame-1        | set KUBECTL_VSPHERE_PASSWORD=****
          export KUBECTL_VSPHERE_PASSWORD="Sesame 1"   | export KUBECTL_VSPHERE_PASSWORD="****"
          $env:KUBECTL_VSPHERE_PASSWORD = 'Sesame-1'   | $env:KUBECTL_VSPHERE_PASSWORD = '****'
          Authorization: Basic YWRtaW46aGFwcm94eQ==    | Authorization: Basic ****
          set-header Authorization "Bearer 0a1b2c3d4e"  | set-header Authorization "Bearer ****"
          client-key-data: LS0tLS1CRUdJTiBSU0E=        | client-key-data: ****
          vmware-api-session-id: 9f8e7d6c5b4a          | vmware-api-session-id: ****
          DATAPLANE_PASS=Sesame-1                      | DATAPLANE_PASS=****
          got eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl here  | got **** here
          curl -k -u admin:Sesame-1 https://10.9.0.2   | curl -k -u admin:**** https://10.9.0.2
          GET https://admin:Sesame-1@10.9.0.2:5556/v2  | GET https://admin:****@10.9.0.2:5556/v2
          loadbalance.haproxy_pwd=Sesame-1             | loadbalance.haproxy_pwd=****
          {"Key":"appliance.root_pwd","Value":"Ses"}   | {"Key":"appliance.root_pwd","Value":"****"}
          {"message":"invalid password: Sesame-1"}     | {"message":"invalid password: ****"}
          govc --password Sesame-1 --host lb01         | govc --password **** --host lb01
          sshpass -p Sesame-1 ssh root@lb01            | sshpass -p **** ssh root@lb01
          wcp-support-bundle-token: 4f2a99c1           | wcp-support-bundle-token: ****
          """)
  void hides(String text, String shown) {
    assertThat(masked(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set KUBECTL_VSPHERE_PASSWORD=<use your password>",
        "KUBECTL_VSPHERE_PASSWORD environment variable is not set. Please enter the password below",
        "Password:",
        "mkdir -p /var/log/vmware",
        "haproxy -Ws -f /etc/haproxy/haproxy.cfg -p /run/haproxy.pid",
        "dial tcp 10.9.0.1:443: connect: no route to host",
        "  bind 10.9.0.2:443 name domain-c8:web",
        "Password of the user logging on is expired",
        "  password ****",
        "ssh root@lb01",
        "authorization failed for user admin"
      })
  void leavesAlone(String text) {
    assertThat(masked(text)).isEqualTo(text);
  }

  @Test
  void aValueOnceKnownIsHiddenWhereverItComesAgain() {
    Secrets secrets =
        Secrets.in(List.of("  user admin insecure-password OpenSesame1\n", "nothing here\n"));

    assertThat(secrets.mask("login with OpenSesame1 failed")).isEqualTo("login with **** failed");
  }

  @Test
  void anOrdinaryWordIsNoSecretElsewhere() {
    Secrets secrets =
        Secrets.in(
            List.of("user haproxy insecure-password haproxy\nuser a insecure-password short\n"));

    assertThat(secrets.mask("haproxy.service failed in short"))
        .isEqualTo("haproxy.service failed in short");
  }

  @Test
  void aPrivateKeysBodyIsHidden() {
    String text =
        """
        -----BEGIN RSA PRIVATE KEY-----
        MIIEpAIBAAKCAQEA3Tz2mr7SZiAMfQyuvBjM9Oi
        c2hvcnQrbGluZQ==
        eA==AQ
        -----END RSA PRIVATE KEY-----
        """;

    assertThat(masked(text))
        .isEqualTo(
            """
            -----BEGIN RSA PRIVATE KEY-----
            ****
            ****
            ****
            -----END RSA PRIVATE KEY-----
            """);
  }

  @Test
  void aPartOfALineShowsNoPartOfASecret() {
    String text = "x\n  user admin insecure-password OpenSesame1\ny\n";
    Secrets secrets = Secrets.in(List.of(text));
    int middle = text.indexOf("Sesame1");

    assertThat(secrets.shown(text, middle, middle + 7)).isEqualTo("****");
    assertThat(secrets.shown(text, 0, 1)).isEqualTo("x");
  }

  /** Places that are known beforehand and patterns looked for on the spot hide the same. */
  @Property
  void aTextOfTheRunIsMaskedLikeAnyOther(@ForAll("texts") String text) {
    Secrets secrets = Secrets.in(List.of(text));
    String stranger = String.copyValueOf(text.toCharArray());

    for (int start = 0; start < text.length(); start += 5) {
      int end = Math.min(text.length(), start + 40);
      assertThat(secrets.shown(text, start, end)).isEqualTo(secrets.shown(stranger, start, end));
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "user a password $5$salt$0123456789abcdef",
            "stats auth a:Sesame-1",
            "curl -u a:Sesame-12 https://b:Sesame-3@c",
            "password=Sesame-1 token=Sesame-12",
            "Sesame-12 again",
            " ",
            "\n",
            "0:\tfrom all lookup local")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> passwords() {
    return Arbitraries.strings()
        .withChars("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.!%")
        .ofMinLength(8)
        .ofMaxLength(24)
        .filter(value -> value.chars().anyMatch(Character::isDigit));
  }

  @Property
  void aPasswordGetsOutNowhere(@ForAll("passwords") String password) {
    String text =
        "userlist controller\n  user admin insecure-password %s\nlog: tried %s twice\n"
            .formatted(password, password);
    Secrets secrets = Secrets.in(List.of(text));

    for (int start = 0; start < text.length(); start += 7) {
      assertThat(secrets.shown(text, start, text.length())).doesNotContain(password);
    }
  }
}
