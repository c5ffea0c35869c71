package io.github.viplint.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Inputs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A paste")
class PasteTest {

  @Nested
  @DisplayName("splits at prompts and commands")
  class Prompts {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "root@lb01 [ ~ ]# cat /etc/vmware/anyip-routes.cfg",
          "root@lb01 [ /etc/vmware ]# cat anyip-routes.cfg",
          "admin@lb01:~$ sudo cat /etc/vmware/anyip-routes.cfg",
          "[admin@lb01 vmware]$ cat /etc/vmware/anyip-routes.cfg",
          "root@lb01.example.net:/etc/vmware# cat ./anyip-routes.cfg",
          "root@lb01 [ /etc/haproxy ]# cat ../vmware/anyip-routes.cfg",
          "root@lb01 [ ~ ]# less anyip-routes.cfg",
          "$ ssh root@lb01 cat /etc/vmware/anyip-routes.cfg",
          "PS C:\\Users\\ann> ssh root@lb01 cat /etc/vmware/anyip-routes.cfg",
          "#viplint host=lb01 cmd=cat /etc/vmware/anyip-routes.cfg"
        })
    void withHostAndPath(String prompt) {
      Split split = Split.of(prompt + "\n10.9.0.0/27\n");

      assertThat(split.told()).containsExactly("anyip-routes on lb01 2-2");
      assertThat(split.captures().get(0).path()).contains("/etc/vmware/anyip-routes.cfg");
      assertThat(split.account().ignored()).isEqualTo(1);
      assertThat(split.account().strays()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "root@lb01 [ ~ ]# haproxy -v",
          "root@lb01 [ ~ ]# /usr/sbin/haproxy -vv",
          "root@lb01 [ ~ ]# cat /etc/haproxy/haproxy-version",
        })
    void atTheVersionOfHaproxy(String prompt) {
      Split split =
          Split.of(
              prompt
                  + """

                  HA-Proxy version 2.2.2 2020/07/31 - https://haproxy.org/
                  Status: long-term supported branch - will stop receiving fixes around Q2 2025.
                  Running on: Linux 4.19.132-1.ph3 #1-photon SMP x86_64
                  Build options :
                    TARGET  = linux-glibc

                  Built with OpenSSL version : OpenSSL 1.1.1g  21 Apr 2020
                  """);

      assertThat(split.told()).containsExactly("haproxy-version on lb01 2-8");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "$ ip rule show",
          "# ip rule show",
          "ip rule show",
          "ip ru",
          "C:\\> ip rule list",
          "#viplint cmd=ip rule"
        })
    void withoutHost(String prompt) {
      Split split = Split.of(prompt + "\n0:\tfrom all lookup local\n");

      assertThat(split.told()).containsExactly("ip-rule 2-2");
      assertThat(split.captures().get(0).host()).isEmpty();
    }

    @Test
    void aWholeSession() {
      Split split =
          Split.of(
              """
              root@lb01 [ ~ ]# ip rule
              0:\tfrom all lookup local
              32766:\tfrom all lookup main
              root@lb01 [ ~ ]# ip route show table 200
              default via 10.9.0.1 dev eth1 proto static
              root@lb01 [ ~ ]# systemctl restart anyip-routes
              root@lb01 [ ~ ]# ip route
              10.9.0.0/24 dev eth1 proto kernel scope link src 10.9.0.2
              root@lb01 [ ~ ]#
              """);

      assertThat(split.told())
          .containsExactly("ip-rule on lb01 2-3", "ip-route on lb01 5-5", "ip-route on lb01 8-8");
      assertThat(split.captures().get(1).command()).contains("ip route show table 200");
      assertThat(split.account().strays()).isEmpty();
    }

    @Test
    void glued() {
      Split split =
          Split.of(
              """
              root@lb01 [ ~ ]# cat /etc/vmware/anyip-routes.cfg
              10.9.0.32/27root@lb01 [ ~ ]# ip rule
              0:\tfrom all lookup local
              """);

      assertThat(split.told()).containsExactly("anyip-routes on lb01 2-2", "ip-rule on lb01 3-3");
      assertThat(split.captures().get(0).text()).isEqualTo("10.9.0.32/27\n");
    }

    @Test
    @DisplayName("and tells a bare address from the user's name behind it")
    void gluedToAnAddress() {
      Split split =
          Split.of(
              """
              root@lb01 [ ~ ]# cat /etc/vmware/anyip-routes.cfg
              10.9.0.32/27
              10.9.0.70root@lb01 [ ~ ]# ip rule
              0:\tfrom all lookup local
              """);

      assertThat(split.told()).containsExactly("anyip-routes on lb01 2-3", "ip-rule on lb01 4-4");
      assertThat(split.captures().get(0).text()).isEqualTo("10.9.0.32/27\n10.9.0.70\n");
    }

    @Test
    @DisplayName("and marks what went through grep as filtered")
    void filtered() {
      Split split =
          Split.of(
              """
              cat /etc/systemd/network/10-eth0.network | grep DNS
              DNS = 10.9.0.10
              cat /etc/systemd/network/10-eth1.network | grep DNS
              DNS=10.9.1.10
              """);

      assertThat(split.told())
          .containsExactly("network-file 2-2 FILTERED", "network-file 4-4 FILTERED");
      assertThat(split.captures())
          .extracting(Capture::path)
          .containsExactly(
              Optional.of("/etc/systemd/network/10-eth0.network"),
              Optional.of("/etc/systemd/network/10-eth1.network"));
    }

    @Test
    @DisplayName("but a comment that quotes a command is a comment")
    void commandInComment() {
      Split split =
          Split.of(
              """
              root@lb01 [ ~ ]# cat /etc/vmware/anyip-routes.cfg
              10.9.0.0/27
              # ip rule show
              # cat /etc/vmware/anyip-routes.cfg
              10.9.0.32/27
              """);

      assertThat(split.told()).containsExactly("anyip-routes on lb01 2-5");
    }

    @Test
    @DisplayName("and several commands on one line share the host")
    void chained() {
      Split split =
          Split.of(
              """
              root@lb01 [ ~ ]# ip rule; ip route show table 7
              0:\tfrom all lookup local
              default via 10.9.0.1 dev eth0 proto static
              """);

      assertThat(split.told()).containsExactly("ip-rule on lb01 2-2", "ip-route on lb01 3-3");
      assertThat(split.captures().get(1).command()).isEmpty();
    }

    @Test
    @DisplayName("and what a command that failed says is no file")
    void failed() {
      Split split =
          Split.of(
              """
              root@lb01 [ ~ ]# cat /etc/vmware/route-tables.cfg
              cat: /etc/vmware/route-tables.cfg: No such file or directory
              Hm, strange
              root@lb01 [ ~ ]# ip rule
              0:\tfrom all lookup local
              """);

      assertThat(split.told()).containsExactly("ip-rule on lb01 5-5");
      assertThat(split.account().strays()).containsExactly(3);
    }

    @Test
    @DisplayName("and the answer to ip route get is no table")
    void routeGet() {
      Split split =
          Split.of(
              """
              $ ip route get 10.9.0.9
              10.9.0.9 via 10.8.0.1 dev eth0 src 10.8.0.2
                  cache
              $ ip rule
              0:\tfrom all lookup local
              """);

      assertThat(split.told()).containsExactly("route-get 2-3", "ip-rule 5-5");
    }

    @Test
    @DisplayName("and the script of viplint collect, pasted into a shell, is passed over")
    void collecting() {
      Split split =
          Split.of(
              """
              root@lb01 [ ~ ]# # viplint collect appliance: prints what viplint reads of the appliance.
              root@lb01 [ ~ ]# {
              > viplint_mark() { printf '\\n#viplint host=%s cmd=%s\\n' "$(hostname)" "$1"; }
              > viplint_file /etc/vmware/anyip-routes.cfg
              > } 2>&1

              #viplint host=lb01 cmd=cat /etc/vmware/anyip-routes.cfg
              10.9.0.0/27
              root@lb01 [ ~ ]#
              """);

      assertThat(split.told()).containsExactly("anyip-routes on lb01 8-8");
      assertThat(split.account().strays()).isEmpty();
    }

    @Test
    @DisplayName("and greetings of a login are no problem")
    void banners() {
      Split split =
          Split.of(
              """
              ann@desk:~$ ssh root@lb01
              The authenticity of host 'lb01 (10.9.0.2)' can't be established.
              ED25519 key fingerprint is SHA256:AAAA.
              Are you sure you want to continue connecting (yes/no/[fingerprint])? yes
              (root@lb01) Password:
               08:09:36 up 0 min,  0 users,  load average: 0.09, 0.03, 0.01
              Some words of the day
              root@lb01 [ ~ ]# cat /etc/vmware/anyip-routes.cfg
              10.9.0.0/27
              """);

      assertThat(split.told()).containsExactly("anyip-routes on lb01 9-9");
      assertThat(split.account().strays()).isEmpty();
      assertThat(split.account().ignored()).isEqualTo(8);
    }
  }

  @Nested
  @DisplayName("splits at headings")
  class Headings {
    @Test
    void separators() {
      Split split =
          Split.of(
              """
              ####### any-ip-routes ######
              10.9.0.0/27
              ####### any-ip-routes ######

              haproxy.cfg ->
              frontend web
                mode tcp
                bind 10.9.0.2:443
              ######## iproute2 tables ########
              255\tlocal
              2\trtctl_workload
              ######## end ########
              """);

      assertThat(split.told())
          .containsExactly("anyip-routes 2-2", "haproxy-cfg 6-8 CUT", "rt-tables 10-11");
      assertThat(split.account().strays()).isEmpty();
    }

    @Test
    @DisplayName("that name the command below, though it prints the same kind again")
    void commandsOfOneKind() {
      Split split =
          Split.of(
              """
              ##### journalctl -o short
              Aug 04 14:05:25 haproxy systemd[1]: Started Thing.
              ##### journalctl -o short-full
              Wed 2021-08-04 14:05:25 UTC haproxy systemd[1]: Started Thing.
              ##### journalctl -o json
              {"__REALTIME_TIMESTAMP":"1628085925123456","MESSAGE":"Started Thing."}
              """);

      assertThat(split.told()).containsExactly("journal 2-2", "journal 4-4", "journal 6-6");
      assertThat(split.account().strays()).isEmpty();
    }

    @Test
    @DisplayName("and passes over how the commands of a transcript ended")
    void results() {
      Split split =
          Split.of(
              """
              adding route for 10.9.0.0/27
              rc=0
              ### ip route show table local
              local 10.9.0.0/27 dev lo scope host
              down rc=0
              test.sh: line 14: ping: command not found
              """);

      assertThat(split.told()).containsExactly("journal 1-1", "ip-route 4-4");
      assertThat(split.account().strays()).isEmpty();
    }

    @Test
    @DisplayName("but not at a comment that looks like one")
    void rulesInConfiguration() {
      Split split =
          Split.of(
              """
              $ cat /etc/haproxy/haproxy.cfg
              global
                maxconn 100
              ########## frontends ##########
              frontend web
                bind 10.9.0.2:443
              """);

      assertThat(split.told()).containsExactly("haproxy-cfg 2-6");
    }

    @Test
    void sectionsOfNetworkInfo() {
      Split split =
          Split.of(
              """
              --- IP TABLES ---
              Chain INPUT (policy DROP)
              --- IP ADDRS ---
              1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue
                  inet 127.0.0.1/8 scope host lo
              --- IP ROUTES ---
              default via 10.9.0.1 dev management proto static
              --- IP ROUTE TABLE LOCAL ---
              local 10.9.0.32/27 dev lo scope host
              --- IP ROUTE TABLES ---
              rtctl_frontend
              default via 10.9.1.1 dev frontend proto static
              rtctl_workload
              10.9.2.0/24 dev workload proto kernel scope link src 10.9.2.2
              --- OPEN PORTS ---
              haproxy 829 root 6u IPv4 1 0t0 TCP *:5556 (LISTEN)
              """);

      assertThat(split.told())
          .containsExactly(
              "ip-addr 4-5",
              "ip-route 7-7",
              "ip-route 9-9",
              "ip-route 12-12",
              "ip-route 14-14",
              "listening-sockets 16-16");
      assertThat(split.captures())
          .extracting(capture -> capture.command().orElse(""))
          .containsExactly(
              "ip a",
              "ip r",
              "ip route show table local",
              "ip route show table rtctl_frontend",
              "ip route show table rtctl_workload",
              "lsof -i");
      assertThat(split.account().strays()).isEmpty();
    }
  }

  /** As haproxy-support writes it: tables twice, since rt_tables has their names twice. */
  @Test
  @DisplayName("of a whole network-info.log is the one host's")
  void networkInfo() {
    Split split =
        Split.of(
            """
            root@lb01 [ ~ ]# cat /var/log/network-info.log
            --- IP TABLES ---
            Chain INPUT (policy DROP)
            target     prot opt source               destination
            ACCEPT     all  --  anywhere             anywhere

            Chain OUTPUT (policy ACCEPT)
            target     prot opt source               destination
            --- IP ADDRS ---
            1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue
                inet 127.0.0.1/8 scope host lo
            --- IP ROUTES ---
            default via 10.9.0.1 dev management proto static
            --- IP ROUTE TABLES ---
            rtctl_frontend
            default via 10.9.1.1 dev frontend proto static
            rtctl_workload
            rtctl_frontend
            default via 10.9.1.1 dev frontend proto static
            rtctl_workload
            --- OPEN PORTS ---
            COMMAND   PID            USER   FD   TYPE DEVICE SIZE/OFF NODE NAME
            sshd      790            root    3u  IPv4  17800      0t0  TCP *:ssh (LISTEN)
            root@lb01 [ ~ ]#
            """);

    assertThat(split.told())
        .containsExactly(
            "ip-addr on lb01 10-11",
            "ip-route on lb01 13-13",
            "ip-route on lb01 16-16",
            "ip-route on lb01 19-19",
            "listening-sockets on lb01 22-23");
    assertThat(split.account().strays()).isEmpty();
  }

  @Nested
  @DisplayName("splits where the content changes")
  class Content {
    @Test
    void betweenListingsOfSockets() {
      Split split =
          Split.of(
              """
              State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
              LISTEN 0      128          0.0.0.0:22        0.0.0.0:*
              0:	from all lookup local
              tcp        0      0 10.1.1.5:443     0.0.0.0:*       LISTEN      829/haproxy
              default via 10.9.0.1 dev eth0 proto static
              haproxy 829 root 6u IPv4 12345 0t0 TCP 10.1.1.5:443 (LISTEN)
              """);

      assertThat(split.told())
          .containsExactly(
              "listening-sockets 1-2",
              "ip-rule 3-3",
              "listening-sockets 4-4",
              "ip-route 5-5",
              "listening-sockets 6-6");
      assertThat(split.account().strays()).isEmpty();
    }

    @Test
    void withoutAnyMark() {
      Split split =
          Split.of(
              """
              10.9.0.0/27
              10.9.0.64/28
              ERRO[0005] Error occurred during HTTP request: dial tcp 10.9.0.1:443: connect: no route to host
              Please try again.FATA[0005] Error while connecting to host 10.9.0.1
              0:\tfrom all lookup local
              default via 10.9.0.1 dev eth0 proto static
              2,workload,00:00:00:ab:cd:ef,10.9.2.2/24,10.9.2.1
              """);

      assertThat(split.told())
          .containsExactly(
              "anyip-routes 1-2", "kubectl 3-4", "ip-rule 5-5", "ip-route 6-6", "route-tables 7-7");
      assertThat(split.captures().get(1).text())
          .as("each record stands on its own line")
          .contains("Please try again.\nFATA[0005] Error while");
    }

    @Test
    @DisplayName("and what stands under another machine's prompt is not taken for that machine's")
    void hostStays() {
      Split split =
          Split.of(
              """
              root@lb01 [ ~ ]# cat /etc/vmware/anyip-routes.cfg
              10.9.0.0/27
              ERRO[0005] Error occurred during HTTP request
              """);

      assertThat(split.told()).containsExactly("anyip-routes on lb01 2-2", "kubectl 3-3");
    }

    @Test
    @DisplayName("but a log's wrapped rest is the log's")
    void wrapped() {
      Split split =
          Split.of(
              """
              Aug 04 14:05:25 lb01 anyiproutectl.sh[777]: adding route for
              10.9.0.18/28
              Aug 04 14:05:25 lb01 haproxy[829]: [ALERT] 215/140525 (829) : Starting frontend web: cannot
              bind socket [10.9.0.2:443]
              """);

      assertThat(split.told()).containsExactly("journal 1-4");
    }

    @Test
    @DisplayName("and a second output of the same command is another capture")
    void again() {
      Split split =
          Split.of(
              """
              0:\tfrom all lookup local
              32766:\tfrom all lookup main
              0:\tfrom all lookup local
              100:\tfrom all lookup 7
              """);

      assertThat(split.told()).containsExactly("ip-rule 1-2", "ip-rule 3-4");
    }

    @Test
    @DisplayName("and a section that came before begins another haproxy.cfg")
    void fragments() {
      String fragment = "frontend web\n  bind 10.9.0.2:443\nbackend web\n  server a 10.9.1.1:443\n";

      assertThat(Split.of(fragment + fragment).told())
          .containsExactly("haproxy-cfg 1-4 CUT", "haproxy-cfg 5-8 CUT");
      assertThat(Split.of("$ cat /etc/haproxy/haproxy.cfg\n" + fragment + fragment).told())
          .as("which is a mistake in one file")
          .containsExactly("haproxy-cfg 2-9 CUT");
    }

    @Test
    @DisplayName("but messages alone are the journal's that was asked for")
    void bareMessages() {
      Split split =
          Split.of(
              """
              $ journalctl -u dataplaneapi -o cat
              time="2021-03-02T09:14:31Z" level=info msg="Serving data plane at http://[::]:5556"
              Started HAProxy Data Plane API.
              """);

      assertThat(split.told()).containsExactly("journal 2-3");
    }

    @Test
    @DisplayName("and someone's words around it are strays")
    void prose() {
      Split split =
          Split.of(
              """
              Hello, this is my file:

              10.9.0.0/27

              Does anyone see what is wrong?
              """);

      assertThat(split.told()).containsExactly("anyip-routes 3-3");
      assertThat(split.account().strays()).containsExactly(1, 5);
      assertThat(split.account().ignored()).isEqualTo(2);
    }

    @Test
    @DisplayName("and comments belong to the file below them")
    void comments() {
      Split split =
          Split.of(
              """
              default via 10.9.0.1 dev eth0 proto static
              # ranges of the lab
              #
              10.9.0.0/27
              """);

      assertThat(split.told()).containsExactly("ip-route 1-1", "anyip-routes 2-4");
    }
  }

  @Nested
  @DisplayName("is cleaned")
  class Cleaning {
    private void isClean(String paste) {
      Split split = Split.of(paste);
      assertThat(split.told()).containsExactly("anyip-routes on lb01 2-3");
      assertThat(split.captures().get(0).text()).isEqualTo("10.9.0.0/27\n10.9.0.32/28\n");
    }

    @Test
    void ofNothing() {
      isClean("root@lb01:~# cat /etc/vmware/anyip-routes.cfg\n10.9.0.0/27\n10.9.0.32/28\n");
    }

    @Test
    void ofCarriageReturnsAndTrailingBlanks() {
      isClean(
          "root@lb01:~# cat /etc/vmware/anyip-routes.cfg\r\n10.9.0.0/27 \t\r\n10.9.0.32/28  \r\n");
    }

    @Test
    void ofByteOrderMarkAndOddBlanks() {
      isClean(
          "\uFEFFroot@lb01:~#\u00A0cat /etc/vmware/anyip-routes.cfg\n\u200B10.9.0.0/27\u00A0\n10.9.0.32/28");
    }

    @Test
    void ofColours() {
      isClean(
          "\u001B]0;root@lb01: ~\u0007\u001B[01;32mroot@lb01\u001B[0m:~# cat"
              + " /etc/vmware/anyip-routes.cfg\n\u001B[K10.9.0.0/27\u001B[0m\n10.9.0.32/28\n");
    }

    @Test
    void ofQuoteMarks() {
      isClean(
          "> root@lb01:~# cat /etc/vmware/anyip-routes.cfg\n> 10.9.0.0/27\n> 10.9.0.32/28\n>\n");
    }

    @Test
    void ofUtf16() {
      Split split =
          Split.of(
              "\uFEFFip rule\r\n0:\tfrom all lookup local\r\n".getBytes(StandardCharsets.UTF_16LE));
      assertThat(split.told()).containsExactly("ip-rule 2-2");
    }

    @Test
    void ofMarkdownFences() {
      Split split = Split.of("`anyip-routes.cfg`:\n```text\n10.9.0.0/27\n```\n");
      assertThat(split.told()).containsExactly("anyip-routes 3-3");
      assertThat(split.account().strays()).isEmpty();
    }

    @Test
    @DisplayName("and what a pager or a person left out makes it cut")
    void cut() {
      Split split =
          Split.of(
              """
              $ systemctl status haproxy
              ● haproxy.service - HAProxy Load Balancer
                 Loaded: loaded (/lib/systemd/system/haproxy.service; enabled; vendor preset: >
                 Active: failed (Result: exit-code)
              lines 1-3/3 (END)
              $ systemctl status haproxy
              ● haproxy.service - HAProxy Load Balancer
                 Active: failed (Result: exit-code)
              lines 1-2/2 (END)
              $ cat /etc/haproxy/haproxy.cfg
              global
                maxconn 100
              [...]
              frontend web
                bind 10.9.0.2:443
              $ ifconfig
              eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500
              ...
              """);

      assertThat(split.told())
          .containsExactly(
              "systemctl-status 2-4 CUT",
              "systemctl-status 7-8",
              "haproxy-cfg 11-15 CUT",
              "ifconfig 17-17 CUT");
      assertThat(split.captures().get(2).text()).doesNotContain("[...]");
      assertThat(split.account().strays()).isEmpty();
    }
  }

  /** They look like lines that a window broke: of one length, and unknown by themselves. */
  @Test
  @DisplayName("leaves rows of a table apart")
  void rows() {
    Split split =
        Split.of(
            """
            $ kubectl get nodes
            NAME                               STATUS   ROLES                  AGE   VERSION
            4201aef2c4b9a70f1d2a9f2f1a7c7a1b   Ready    control-plane,master   12d   v1.22.6+vmware.wcp.2
            421f0e77b3c1d5a8e9f2b4c6d8e0f1a2   Ready    control-plane,master   12d   v1.22.6+vmware.wcp.2
            4233c8d9e0f1a2b3c4d5e6f708192a3b   Ready    control-plane,master   12d   v1.22.6+vmware.wcp.2
            """);

    assertThat(split.captures().get(0).text()).hasLineCount(4);
  }

  @Test
  @DisplayName("keeps certificates and passes private keys over")
  void pem() {
    Split split =
        Split.of(
            """
            -----BEGIN CERTIFICATE-----
            MIIDJ6HD6qCAn3KyQ0KNTJiqT7HgwRvFgZoHcG9vWXjvZy2
            -----END CERTIFICATE-----
            -----BEGIN RSA PRIVATE KEY-----
            MIIEpAIBAAKCAQEA3Tz2mr7SZiAMfQyuvBjM9Oi
            -----END RSA PRIVATE KEY-----
            """);

    assertThat(split.told()).containsExactly("certificate 1-3");
  }

  @Test
  @DisplayName("is of the kind and the host that the user tells")
  void overruled() {
    Split split =
        Split.of(
            "10.9.0.0/27\n",
            List.of(new Inputs.KindGlob(CaptureKind.WORKLOAD_NETWORKS, "-")),
            List.of(new Inputs.HostGlob("lb09", "*")));

    assertThat(split.told()).containsExactly("workload-networks on lb09 1-1");
  }

  @Test
  @DisplayName("that shows nothing known is a problem")
  void nothing() {
    assertThat(Split.of("hello\nworld\n").intake().problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).isEqualTo("nothing in it was recognised");
              assertThat(problem.fatal()).isTrue();
            });
    assertThat(Split.of("").intake().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).isEqualTo("is empty"));
  }

  @Nested
  @DisplayName("holds answers of vCenter's API")
  class Answers {
    private static final String ANSWER =
        """
        {
            "api_servers": ["10.20.0.35"],
            "messages": [
                {"severity": "ERROR", "details": {"default_message": "# no {comment}", "id": "x"}}
            ],
            "config_status": "ERROR"
        }
        """;

    @Test
    void whateverStandsAroundThem() {
      Split split =
          Split.of(
              "It is stuck, see below:\n\n"
                  + ANSWER
                  + "Any idea?\n\nroot@lb01 [ ~ ]# cat /etc/vmware/anyip-routes.cfg\n10.9.0.0/27\n");

      assertThat(split.told()).containsExactly("wcp-cluster 3-9", "anyip-routes on lb01 13-13");
      assertThat(split.captures().get(0).text()).isEqualTo(ANSWER);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "root@vc [ ~ ]# dcli +formatter json com vmware vcenter namespacemanagement clusters get",
          "root@vc [ ~ ]# curl -ks https://localhost/api/vcenter/namespace-management/clusters/c8"
        })
    void behindTheCommandThatAsked(String prompt) {
      assertThat(Split.of(prompt + "\n" + ANSWER).told()).containsExactly("wcp-cluster on vc 2-8");
    }

    @Test
    void eachByItself() {
      assertThat(Split.of(ANSWER + ANSWER).told())
          .containsExactly("wcp-cluster 1-7", "wcp-cluster 8-14");
    }

    @Test
    void butNoOtherJson() {
      assertThat(Split.of("{\n \"size\": 3\n}\n").told()).isEmpty();
    }

    @Test
    void manyOpenBracesAreLookedAtOnce() {
      assertThat(Split.of("{\n".repeat(200_000)).told()).isEmpty();
    }
  }

  @Nested
  @DisplayName("holds a list of ranges")
  class Ranges {
    @Test
    void rightBehindAHaproxyCfg() {
      assertThat(
              Split.of(
                      """
                      frontend a
                        bind 10.10.18.19:443
                        default_backend b
                      backend b
                        server s 10.0.0.3:443
                      10.10.18.16/28
                      10.10.18.32/28
                      """)
                  .told())
          .containsExactly("haproxy-cfg 1-5 CUT", "anyip-routes 6-7");
    }

    @Test
    void butNoneThatATerminalBrokeOff() {
      assertThat(
              Split.of(
                      """
                      frontend a
                        acl inside src 10.0.0.0/8 172.16.0.0/12 100.64.0.0/10 192.168.0.0/16
                      10.10.18.16/28
                        default_backend b
                      """)
                  .told())
          .containsExactly("haproxy-cfg 1-4 CUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "root@lb01 [ ~ ]# cat /etc/vmware/anyip-routes.cfg\n"})
    void withASentenceRightBelow(String prompt) {
      Split split = Split.of(prompt + "10.9.0.0/27\n10.9.1.0/27\nso what is wrong with it?\n");

      assertThat(split.captures()).hasSize(1);
      assertThat(split.captures().get(0).text()).isEqualTo("10.9.0.0/27\n10.9.1.0/27\n");
      assertThat(split.account().strays()).hasSize(1);
    }

    @Test
    void andLinesInItThatAreNoneAreKept() {
      Split split = Split.of("10.9.0.0/27\n10.9.1.0-10.9.1.31\nnull\n10.9.2.0/27\n");

      assertThat(split.told()).containsExactly("anyip-routes 1-4");
    }
  }
}
