package io.github.viplint.read.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.ListeningSockets;
import io.github.viplint.model.ListeningSockets.Socket;
import io.github.viplint.model.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListeningSocketsReaderTest {
  private final ListeningSocketsReader reader = new ListeningSocketsReader();

  private Reading read(String text) {
    return reader.read(Printed.by(CaptureKind.LISTENING_SOCKETS, "ss -ltnp", text));
  }

  private List<String> sockets(String text) {
    return Printed.only(ListeningSockets.class, read(text)).sockets().stream()
        .map(ListeningSocketsReaderTest::told)
        .toList();
  }

  /** {@code 10.0.0.1%eth0 443 haproxy}; {@code both} for all addresses of both families. */
  private static String told(Socket socket) {
    return socket.address().map(Object::toString).orElse("both")
        + socket.device().map(device -> "%" + device).orElse("")
        + " "
        + socket.port()
        + socket.process().map(process -> " " + process).orElse("");
  }

  @Test
  void ofSs() {
    assertThat(
            sockets(
                """
                State    Recv-Q   Send-Q     Local Address:Port      Peer Address:Port  Process
                LISTEN   0        4096       10.20.30.66:443              0.0.0.0:*      users:(("haproxy",pid=829,fd=6))
                LISTEN   0        128            0.0.0.0:22               0.0.0.0:*      users:(("sshd",pid=790,fd=3))
                LISTEN   0        4096     127.0.0.53%lo:53               0.0.0.0:*      users:(("systemd-resolve",pid=500,fd=13))
                LISTEN   0        4096   [fe80::1]%eth0:8080                [::]:*
                LISTEN   0        128               [::]:22                  [::]:*      users:(("sshd",pid=790,fd=4))
                LISTEN   0        4096                 *:5556                   *:*      users:(("dataplaneapi",pid=900,fd=7))
                ESTAB    0        0          10.20.30.66:443        10.20.30.9:50112     users:(("haproxy",pid=829,fd=12))
                """))
        .containsExactly(
            "10.20.30.66 443 haproxy",
            "0.0.0.0 22 sshd",
            "127.0.0.53%lo 53 systemd-resolve",
            "fe80::1%eth0 8080",
            ":: 22 sshd",
            "both 5556 dataplaneapi");
  }

  @Test
  void ofSsWithAllKindsOfSockets() {
    assertThat(
            sockets(
                """
                Netid State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process
                nl    UNCONN 0      0      rtnl:kernel        *
                u_str LISTEN 0      4096   /run/haproxy.sock 17811 * 0 users:(("haproxy",pid=829,fd=5))
                udp   UNCONN 0      0      0.0.0.0:443        0.0.0.0:* users:(("other",pid=1,fd=5))
                tcp   LISTEN 0      128    10.0.0.1:443       0.0.0.0:* users:(("tmux: server",pid=7,fd=1),("haproxy",pid=829,fd=6)) ino:16 sk:16
                """))
        .containsExactly("10.0.0.1 443 haproxy");
  }

  /** A terminal that is too narrow puts the processes on a line of their own. */
  @Test
  void ofSsWrapped() {
    assertThat(
            sockets(
                """
                LISTEN     0      128          *:22                       *:*
                     users:(("sshd",790,3))
                ESTAB 0 0 10.0.0.1:22 10.0.0.9:4711
                     users:(("other",791,3))
                LISTEN 0 128 10.0.0.1:80 *:*
                """))
        .containsExactly("both 22 sshd", "10.0.0.1 80");
  }

  @Test
  void ofNetstat() {
    assertThat(
            sockets(
                """
                (Not all processes could be identified, non-owned process info
                 will not be shown, you would have to be root to see it all.)
                Active Internet connections (only servers)
                Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name
                tcp        0      0 10.20.30.66:443         0.0.0.0:*               LISTEN      829/haproxy
                tcp        0      0 0.0.0.0:22              0.0.0.0:*               LISTEN      790/sshd: /usr/sbin
                tcp        0      0 10.20.30.66:22          10.20.30.9:50112        ESTABLISHED 791/sshd: root@pts
                tcp        0      0 127.0.0.1:8080          0.0.0.0:*               LISTEN      -
                tcp6       0      0 :::22                   :::*                    LISTEN      790/sshd: /usr/sbin
                tcp6       0      0 :::5556                 :::*                    LISTEN      900/dataplaneapi
                udp        0      0 0.0.0.0:68              0.0.0.0:*                           600/systemd-network
                Active UNIX domain sockets (only servers)
                Proto RefCnt Flags       Type       State         I-Node   PID/Program name     Path
                unix  2      [ ACC ]     STREAM     LISTENING     17811    829/haproxy          /run/haproxy.sock
                """))
        .containsExactly(
            "10.20.30.66 443 haproxy",
            "0.0.0.0 22 sshd",
            "127.0.0.1 8080",
            ":: 22 sshd",
            "both 5556 dataplaneapi");
  }

  @Test
  void ofLsof() {
    assertThat(
            sockets(
                """
                COMMAND   PID            USER   FD   TYPE DEVICE SIZE/OFF NODE NAME
                sshd      790            root    3u  IPv4  17800      0t0  TCP *:ssh (LISTEN)
                sshd      790            root    4u  IPv6  17802      0t0  TCP *:ssh (LISTEN)
                sshd      791            root    4u  IPv4  17900      0t0  TCP lb01:ssh->10.1.1.9:50112 (ESTABLISHED)
                haproxy   829            root    6u  IPv4  12345      0t0  TCP 10.1.1.5:443 (LISTEN)
                haproxy   829            root    7u  IPv6  12346      0t0  TCP [fd00::5]:https (LISTEN)
                dataplane 900            root    7u  IPv6  12347      0t0  TCP *:5556 (LISTEN)
                systemd-n 600 systemd-network   20u  IPv4  12348      0t0  UDP lb01:bootpc
                """))
        .containsExactly(
            "0.0.0.0 22 sshd",
            ":: 22 sshd",
            "10.1.1.5 443 haproxy",
            "fd00::5 443 haproxy",
            "both 5556 dataplane");
  }

  /** One haproxy, as iproute2 6.1, net-tools 2.10 and lsof 4.95 list it without {@code -n}. */
  @Test
  void ofOneHaproxyByAllThree() {
    assertThat(
            sockets(
                """
                State  Recv-Q Send-Q Local Address:Port  Peer Address:PortProcess
                LISTEN 0      4096      0.0.0.0%lo:18447      0.0.0.0:*    users:(("haproxy",pid=7354,fd=8))
                LISTEN 0      4096       127.0.0.1:18443      0.0.0.0:*    users:(("haproxy",pid=7354,fd=7))
                LISTEN 0      4096            [::]:18445         [::]:*    users:(("haproxy",pid=7354,fd=5))
                LISTEN 0      4096               *:18444            *:*    users:(("haproxy",pid=7354,fd=4))
                tcp   LISTEN 0      4096           [::1]:18446         [::]:*    users:(("haproxy",pid=7354,fd=6)) ino:6441837 sk:103c cgroup:/ v6only:1 <->
                """))
        .containsExactly(
            "0.0.0.0%lo 18447 haproxy",
            "127.0.0.1 18443 haproxy",
            ":: 18445 haproxy",
            "both 18444 haproxy",
            "::1 18446 haproxy");
    assertThat(sockets("tcp6 0 0 ::1:18446 :::* LISTEN 7354/haproxy\n"))
        .containsExactly("::1 18446 haproxy");
    assertThat(
            sockets(
                """
                COMMAND  PID USER   FD   TYPE  DEVICE SIZE/OFF NODE NAME
                haproxy 7354 root    4u  IPv6 6441835      0t0  TCP *:18444 (LISTEN)
                haproxy 7354 root    6u  IPv6 6441837      0t0  TCP [::1]:18446 (LISTEN)
                haproxy 7354 root    7u  IPv4 6441838      0t0  TCP localhost:18443 (LISTEN)
                haproxy 7354 root    8u  IPv4 6441839      0t0  TCP *:18447 (LISTEN)
                """))
        .containsExactly(
            "both 18444 haproxy",
            "::1 18446 haproxy",
            "127.0.0.1 18443 haproxy",
            "0.0.0.0 18447 haproxy");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bash: ss: command not found                       | no socket as ss, netstat or lsof list it",
        "LISTEN 0 128 10.0.0.1                             | no socket as ss, netstat or lsof list it",
        "LISTEN 0 128 10.0.0.256:443 0.0.0.0:*             | a name stands for the address: show numbers with -n",
        "LISTEN 0 128 10.0.0.1:70000 0.0.0.0:*             | a name stands for the port: show numbers with -n or -P",
        "tcp 0 0 lb01.lab:443 0.0.0.0:* LISTEN 829/haproxy | a name stands for the address: show numbers with -n",
        "tcp 0 0 10.0.0.1:kerberos 0.0.0.0:* LISTEN        | a name stands for the port: show numbers with -n or -P",
        "haproxy 829 root 6u IPv4 1 0t0 TCP 443 (LISTEN)   | no address and port where the socket's should stand",
      })
  void otherLinesAreProblems(String line, String problem) {
    Reading reading = read("LISTEN 0 128 10.0.0.1:80 0.0.0.0:*\n" + line + "\n");

    assertThat(Printed.problems(reading)).containsExactly("2: " + problem);
    ListeningSockets read = (ListeningSockets) reading.facts().get(0);
    assertThat(read.sockets()).hasSize(1);
    assertThat(read.complete()).isFalse();
  }

  @Test
  void anEmptyListingSaysThatNobodyListens() {
    ListeningSockets none =
        Printed.only(
            ListeningSockets.class,
            read("State Recv-Q Send-Q Local Address:Port Peer Address:Port Process\n"));

    assertThat(none.sockets()).isEmpty();
    assertThat(none.complete()).isTrue();
    assertThat(read("").facts()).isEmpty();
  }
}
