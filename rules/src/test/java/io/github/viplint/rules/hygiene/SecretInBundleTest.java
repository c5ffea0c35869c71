package io.github.viplint.rules.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretInBundleTest {
  @Test
  void aPasswordThatWasTyped() {
    LintedLab.of("VL901")
        .file(
            "session.txt",
            """
            user@jump:~$ export KUBECTL_VSPHERE_PASSWORD=Maple-Bridge-66 <<< warning/high: a password stands here in clear
            user@jump:~$ kubectl vsphere login --server 10.20.30.65
            FATA[0001] Failed to connect to 10.20.30.65: Get "https://10.20.30.65/wcp/loginbanner": EOF
            """)
        .holds();
  }

  @Test
  void hashesBelongWhereTheyAre() {
    LintedLab.of("VL901")
        .file(
            "etc/haproxy/haproxy.cfg",
            """
            userlist controller
              user admin password $5$Kq7vXz1pLm3$Zb8sT4uWq9eRc2yHn6gJk0aLd5fPo1iMx7vBw3tQh.E <<< info: a password hash
              user ops insecure-password Winter-Garden-4711 <<< warning: a password stands here
            """)
        .holds();
  }

  /** A private key is a file of its own, and there is nothing else to be read in it. */
  @Test
  void aPrivateKeyIsFoundOnce() {
    List<Finding> found =
        LintedLab.of("VL901")
            .file(
                "etc/haproxy/ca.key",
                """
                -----BEGIN RSA PRIVATE KEY-----
                MIIEowIBAAKCAQEAz7Qm3nWv5kXp1sYt9uLb2cRd4eFg6hJi8kMn0oPq <<< warning: a private key
                Tr2sVu4wXy6zAb8cDe0fGh1iJk3lMn5oPq7rSt9uVw2xYz4aBc6dEf8g
                Hi0jKl1mNo==
                -----END RSA PRIVATE KEY-----
                """)
            .holds();

    assertThat(found.get(0).notes()).isEmpty();
  }

  @Test
  void severalOfAKindAreOneFinding() {
    List<Finding> found =
        LintedLab.of("VL901")
            .file(
                "wcpsvc.log",
                """
                2026-03-04T10:11:12.1Z error wcp [lb/c.go:88] [opID=a] 401 invalid password: Marble-Engine-14 <<< warning: a password
                2026-03-04T10:11:13.1Z error wcp [lb/c.go:88] [opID=a] 401 invalid password: Marble-Engine-15
                """)
            .holds();

    assertThat(found.get(0).notes()).containsExactly("there are 2 in this file, in lines 1, 2");
  }

  /** Words behind a password's name, placeholders, and what takes the place of a secret. */
  @Test
  void isSilentOnWhatIsNone() {
    LintedLab.of("VL901")
        .file(
            "etc/haproxy/haproxy.cfg",
            """
            userlist controller
              user admin password $5$MASKED$MASKEDMASKEDMASKED
              user ops insecure-password ****
            """)
        .file(
            "session.txt",
            """
            user@jump:~$ set KUBECTL_VSPHERE_PASSWORD=<use your password>
            user@jump:~$ kubectl vsphere login --server 10.20.30.65
            KUBECTL_VSPHERE_PASSWORD environment variable is not set. Please enter the password below
            Password:
            FATA[0001] Failed to connect to 10.20.30.65: Get "https://10.20.30.65/wcp/loginbanner": EOF
            """)
        .file(
            "wcpsvc.log",
            """
            2026-03-04T10:11:12.1Z info wcp [a/b.go:8] [opID=a] Rotating secret: vmware-system-csi/vsphere-config-secret
            2026-03-04T10:11:12.1Z error wcp [a/b.go:8] [opID=a] Failed to get secret: not found, token: expired
            2026-03-04T10:11:13.1Z error wcp [a/b.go:8] [opID=a] Password of the user logging on is expired
            """)
        .holds();
  }
}
