package io.github.viplint.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.report.ReportFormat;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the input: a clear message, the right exit code, and the other inputs still linted. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(120)
class HostileInputTest {
  /** What the one good input shows. */
  private static final String FOUND = "10.20.30.18/28 is no subnet";

  @TempDir private Path folder;
  private Path good;

  @BeforeEach
  void writeTheGoodInput() throws IOException {
    good = Files.createDirectory(folder.resolve("good")).resolve("anyip-routes.cfg");
    Files.writeString(good, "10.20.30.18/28\n");
  }

  // What is no text

  @Test
  void aMissingPath() throws IOException {
    isSaid(folder.resolve("missing"), "does not exist");
  }

  @Test
  void anEmptyFile() throws IOException {
    isSaid(Files.createFile(folder.resolve("empty.txt")), "is empty");
  }

  @Test
  void anEmptyFolder() throws IOException {
    isSaid(Files.createDirectory(folder.resolve("empty")), "holds no file");
  }

  @Test
  void emptyStandardInput() {
    Program.Outcome outcome = new Program().run("-");

    assertThat(outcome.exit()).isEqualTo(Exit.INCOMPLETE);
    assertThat(outcome.err()).isEqualTo("viplint: -: is empty\n");
  }

  @Test
  void anImage() throws IOException {
    isSaid(bytes("photo.jpg", 0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 'J', 'F', 'I', 'F'), "is an image");
  }

  @Test
  void aProgram() throws IOException {
    isSaid(bytes("haproxy", 0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0), "is binary");
  }

  @Test
  void bytesOfNoEncoding() throws IOException {
    isSaid(bytes("noise.txt", 0xC3, 0x28, 0xFE, 0x9B, 0xED, 0xA0, 0x80), "not recognised|nothing");
  }

  // What is no file

  @Test
  void aDanglingLink() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("gone"));

    isSaid(link, "is a link to a file that does not exist");
  }

  @Test
  void aLinkToItself() throws IOException {
    isSaid(Files.createSymbolicLink(folder.resolve("link"), Path.of("link")), "link|not exist");
  }

  @Test
  void aFolderThatLinksToItself() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Files.createSymbolicLink(inner.resolve("again"), inner);

    isSaid(inner, "links inside folders are not followed");
  }

  @Test
  void aPipeWithoutAWriter() throws Exception {
    Path pipe = folder.resolve("pipe");
    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    assumeTrue(Files.exists(pipe), "there is no mkfifo");

    isSaid(pipe, "is no regular file");
  }

  @Test
  void aDeviceWithoutEnd() {
    isSaid(Path.of("/dev/zero"), "is no regular file");
  }

  @Test
  void aSocket() throws IOException {
    Path socket = Files.createTempDirectory("s").resolve("s");
    try (ServerSocketChannel server =
        ServerSocketChannel.open(java.net.StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      isSaid(socket, "is no regular file");
    } finally {
      Files.deleteIfExists(socket);
      Files.deleteIfExists(socket.getParent());
    }
  }

  @Test
  void whatMayNotBeRead() throws Exception {
    assumeTrue(Child.canObeyPermissions(), "root without setpriv reads everything");
    Path file = Files.writeString(folder.resolve("closed.cfg"), "10.1.1.1/24\n");
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Path half = Files.createDirectory(folder.resolve("half"));
    Path inner = Files.writeString(half.resolve("haproxy.cfg"), "global\n");
    for (Path path : List.of(file, closed, inner)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
    }

    Program.Outcome outcome =
        new Child(folder)
            .obeyingPermissions()
            .run(good.toString(), file.toString(), closed.toString(), half.toString());

    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    assertThat(outcome.exit()).isEqualTo(Exit.FINDINGS);
    assertThat(outcome.out()).contains(FOUND);
    assertThat(outcome.err())
        .contains(file + ": can't be read: permission denied")
        .contains(closed + ": can't be read: permission denied")
        .contains(inner + ": can't be read: permission denied");
  }

  @Test
  void aReportThatMayNotBeWritten() throws Exception {
    assumeTrue(Child.canObeyPermissions(), "root without setpriv writes everywhere");
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));

    Program.Outcome outcome =
        new Child(folder)
            .obeyingPermissions()
            .run(good.toString(), "--report", "json=" + closed.resolve("r.json"));

    assertThat(outcome.exit()).isEqualTo(Exit.INTERNAL);
    assertThat(outcome.out()).contains(FOUND);
    assertThat(outcome.err()).contains("could not be written (permission denied)");
  }

  // What is too much

  @Test
  void moreFilesThanAnyBundleHolds() throws IOException {
    Path many = Files.createDirectory(folder.resolve("many"));
    for (int i = 0; i < 20_100; i++) {
      Files.createFile(many.resolve("f" + i));
    }

    Program.Outcome outcome = new Program().run(many.toString(), good.toString());

    assertThat(outcome.exit()).isEqualTo(Exit.FINDINGS);
    assertThat(outcome.out()).contains(FOUND);
    assertThat(outcome.err())
        .contains(many + ": holds more than 20000 files; the rest was not read");
  }

  @Test
  void foldersDeeperThanAnyBundleHas() throws IOException {
    Path deep = folder.resolve("deep");
    Path inner = deep;
    for (int i = 0; i < 200; i++) {
      inner = inner.resolve("d");
    }
    Files.createDirectories(inner);

    isSaid(deep, "is nested too deep and was not read");
  }

  @Test
  void hugeFiles() throws Exception {
    Path nul = folder.resolve("nul");
    try (RandomAccessFile file = new RandomAccessFile(nul.toFile(), "rw")) {
      file.setLength(200L << 20);
    }
    Path zeros = lines("zeros.txt", 200, "0".repeat(1 << 20), "");
    Path shortLines = lines("short.txt", 10_000_000, "a", "\n");
    Path ranges = lines("ranges.txt", 3_000_000, "10.0.0.0/24", "\n");
    Path rules = lines("rules.txt", 1_000_000, "100:\tfrom 10.0.0.1 lookup rtctl_frontend", "\n");

    Program.Outcome outcome =
        new Child(folder)
            .run(
                good.toString(),
                nul.toString(),
                zeros.toString(),
                shortLines.toString(),
                ranges.toString(),
                rules.toString());

    assertThat(outcome.exit()).isEqualTo(Exit.FINDINGS);
    assertThat(outcome.out()).contains(FOUND);
    assertThat(outcome.err().lines())
        .hasSize(5)
        .anyMatch(line -> line.startsWith("viplint: " + nul + ": is binary"))
        .anyMatch(line -> line.startsWith("viplint: " + zeros + ": has a line of more than 2 MB"))
        .anyMatch(line -> line.matches("viplint: .*short.txt: has more than \\d+ lines; .*"))
        .anyMatch(line -> line.matches("viplint: .*ranges.txt: has more than \\d+ lines; .*"))
        .anyMatch(line -> line.matches("viplint: .*rules.txt: (has more|is larger) than .*"));
  }

  @Test
  void largeFilesThatAreRead() throws Exception {
    Path lab = Files.createDirectory(folder.resolve("lab"));
    Files.writeString(
        lab.resolve("anyip-routes.cfg"),
        IntStream.range(0, 50_000)
            .mapToObj(i -> "10." + (i >> 13) + "." + (i >> 5 & 255) + "." + (i & 31) * 8 + "/29\n")
            .collect(Collectors.joining()));
    Files.writeString(
        lab.resolve("haproxy.cfg"),
        IntStream.range(0, 20_000)
            .mapToObj(
                i ->
                    """
                    frontend f%1$d
                      mode tcp
                      bind 172.16.%2$d.%3$d:443
                      default_backend b%1$d
                    backend b%1$d
                      mode tcp
                      server s1 10.99.0.1:6443 check
                    """
                        .formatted(i, i >> 8, i & 255))
            .collect(Collectors.joining()));

    Program.Outcome outcome = new Child(folder).run("--format", "concise", lab.toString());

    assertThat(outcome.exit()).isEqualTo(Exit.FINDINGS);
    assertThat(outcome.err())
        .isEqualTo(
            "viplint: "
                + lab.resolve("haproxy.cfg")
                + ": VL201/bind-not-local fits 18000 more times; only the first 2000 are"
                + " reported\n");
    assertThat(outcome.out().lines()).hasSizeBetween(2_000, 2_010);
  }

  /** A lint of one line is no work, however long the line: whatever it is taken for. */
  @ParameterizedTest
  @EnumSource(value = CaptureKind.class, mode = EnumSource.Mode.EXCLUDE, names = "CONFIGURATION")
  void linesThatTryPatternsInVain(CaptureKind kind) throws IOException {
    Path file = folder.resolve("vain.txt");
    int most = 3_000;
    String text =
        Stream.of(
                "a",
                " ",
                "\t",
                "1",
                "1.",
                "1.1.1.1/",
                "0:",
                ":",
                "::",
                "-",
                "--",
                "=",
                "[",
                "(",
                "{",
                "\"",
                "'",
                "\\",
                "#",
                "$",
                "$1$a",
                "@",
                "a@",
                "/",
                "a/",
                ",",
                "a,",
                "<",
                ">",
                "\u00a0",
                "a ",
                "user a ",
                "password ",
                "password=",
                "auth a:",
                "curl -u ",
                "login -p ",
                "://a:",
                "token=",
                "eyJ",
                "eyJaaaaaaa.",
                "via ",
                "dev a ",
                "from ",
                "lookup ",
                "inet ",
                "bind ",
                "server a ",
                "Aug 04 ",
                "lines 1-",
                "from all ",
                "root@h [ ~ ]# ",
                "C:\\> ",
                "ip rule;",
                "cat a | ",
                "ERRO[0001] ",
                "dial tcp ",
                "if { ",
                "anyiproutectl.sh[1]: ",
                "Active: ",
                "time=\"",
                "-----BEGIN ")
            .flatMap(
                word ->
                    Stream.of(
                        word.repeat(most / word.length()),
                        word.repeat(most / word.length()) + "x",
                        "100: from " + word.repeat(most / word.length()) + "!",
                        "Aug 04 14:05:25 lb haproxy[7]: " + word.repeat(most / word.length())))
            .collect(Collectors.joining("\n"));
    Files.writeString(file, text);

    Program.Outcome outcome =
        new Program().run(good.toString(), file.toString(), "--kind", kind.id() + "=vain.txt");

    assertThat(outcome.exit()).isIn(Exit.OK, Exit.FINDINGS);
    assertThat(outcome.err()).doesNotContain("broke").doesNotContain("internal error");
  }

  static Stream<String> endlessCommands() {
    return Stream.of(
        "root@lb [ ~ ]# ip " + "-a ".repeat(2_500) + "\n",
        "root@lb [ ~ ]# ip \\\n" + "-a \\\n".repeat(50_000) + "x\n",
        ("root@lb [ ~ ]# ip " + "-ip ".repeat(1_000) + "\n").repeat(500),
        ("root@lb [ ~ ]# ssh " + ":".repeat(4_000) + "!\n").repeat(500),
        "ssh " + "-a ".repeat(250) + "!\n",
        "root@lb [ ~ ]# " + "cat a | ".repeat(900) + "\n",
        "root@lb [ ~ ]# ip rule\n0:\tfrom all lookup local\n".repeat(5_000),
        IntStream.range(0, 2_000)
            .mapToObj(i -> "root@h" + i + " [ ~ ]# ip rule\n0:\tfrom all lookup local\n")
            .collect(Collectors.joining()));
  }

  @ParameterizedTest
  @MethodSource("endlessCommands")
  @Timeout(20)
  void commandsWithoutEnd(String text) throws IOException {
    Path paste = Files.writeString(folder.resolve("paste.txt"), text);

    Program.Outcome outcome = new Program().run(good.toString(), paste.toString());

    assertThat(outcome.exit()).isEqualTo(Exit.FINDINGS);
    assertThat(outcome.out()).contains("VL101");
    assertThat(outcome.err()).doesNotContain("broke").doesNotContain("internal error");
  }

  /** No number is too large to be read, or to be refused. */
  @ParameterizedTest
  @MethodSource("absurd")
  void absurdNumbers(String text) throws IOException {
    Path paste = Files.writeString(folder.resolve("paste.txt"), text);

    Program.Outcome outcome = new Program().run("-v", good.toString(), paste.toString());

    assertThat(outcome.exit()).isEqualTo(Exit.FINDINGS);
    assertThat(outcome.out()).contains(FOUND);
    assertThat(outcome.err()).doesNotContain("broke").doesNotContain("internal error");
  }

  static Stream<String> absurd() {
    List<String> numbers =
        List.of("-1", "4294967296", "99999999999999999999", "18446744073709551616", "0x1p9", "1e9");
    List<String> forms =
        List.of(
            "# ip rule show\n%1$s:\tfrom all lookup local\n%1$s:\tfrom 10.1.0.0/%1$s lookup %1$s\n",
            "# ip rule show\n1:\tfrom all fwmark %1$s/%1$s iif %1$s lookup 7\n",
            "# ip route show table %1$s\ndefault via 10.1.0.1 dev eth%1$s metric %1$s table %1$s\n",
            "# ip route\n10.1.0.0/%1$s dev eth0 proto %1$s scope %1$s src 10.1.0.%1$s\n",
            "# ip a\n%1$s: eth0: <UP> mtu %1$s qdisc x\n    inet 10.1.0.1/%1$s brd %1$s scope x\n",
            "# cat /etc/vmware/route-tables.cfg\n%1$s,a,00:50:56:00:00:01,10.1.0.1/%1$s,10.1.0.%1$s\n",
            "# cat /etc/iproute2/rt_tables\n%1$s\tlocal\n%1$s rtctl_a\n",
            "# cat /etc/vmware/workload-networks.cfg\n10.1.0.0/%1$s\n%1$s.%1$s.%1$s.%1$s/8\n",
            "# cat /etc/haproxy/haproxy.cfg\nfrontend a\n  bind 10.1.0.1:%1$s-%1$s\n  maxconn %1$s\n"
                + "  timeout client %1$sd\nbackend b\n  server s 10.1.0.1:+%1$s id %1$s\n",
            "# journalctl\nAug %1$s %1$s:%1$s:%1$s lb haproxy[%1$s]: a\n"
                + "2026-13-45T99:99:99+99:99 lb haproxy[%1$s]: b\n"
                + "Aug 04 14:05:25 lb haproxy[%1$s]: Starting frontend a: cannot bind socket"
                + " [10.1.0.1:%1$s]\n",
            "2026-13-99T25:61:61.999Z error wcp [a.go:%1$s] [opID=%1$s] dial tcp 10.1.0.1:%1$s:"
                + " connect: connection refused\n",
            "FATA[%1$s] dial tcp 10.1.0.1:%1$s: connect: no route to host\n",
            "# ping 10.1.0.1\nPING 10.1.0.1 (10.1.0.1) %1$s(%1$s) bytes of data.\n"
                + "64 bytes from 10.1.0.1: icmp_seq=%1$s ttl=%1$s time=%1$s ms\n"
                + "--- 10.1.0.1 ping statistics ---\n"
                + "%1$s packets transmitted, %1$s received, %1$s%% packet loss, time %1$sms\n",
            "# route -n\nKernel IP routing table\n"
                + "Destination Gateway Genmask Flags Metric Ref Use Iface\n"
                + "10.1.0.0 10.1.0.1 255.0.255.%1$s UG %1$s %1$s %1$s eth0\n",
            "# ifconfig\neth0      Link encap:Ethernet\n"
                + "          inet addr:10.1.0.%1$s  Bcast:10.1.0.255  Mask:255.0.%1$s.0\n",
            "● a.service - x\n   Loaded: loaded\n   Active: failed since Mon 2026-13-41 99:99:99\n"
                + " Main PID: %1$s (code=exited, status=%1$s)\n",
            "[Match]\nName=eth%1$s\n[Network]\nAddress=10.1.0.1/%1$s\nDNS=10.1.0.%1$s\n",
            "[ALERT] %1$s/%1$s (%1$s) : parsing [/etc/haproxy/haproxy.cfg:%1$s] : x\n");
    return forms.stream().flatMap(form -> numbers.stream().map(number -> form.formatted(number)));
  }

  // What would steer the terminal, or hide in it

  private static final String STEERING =
      "\u001b[2J\u001b]0;owned\u0007\u009b31m\u202e\u2066\u200b\u0008\r\u007f\u2028";

  @Test
  void filesWithOddNames() throws IOException {
    List<String> names =
        List.of(
            "-v", "--report", "a\nb", STEERING + "x", "  ", "*", "%s%n", "a!/b".replace('/', '_'));
    List<String> args = new ArrayList<>(List.of("--format", "concise", "--"));
    for (String name : names) {
      Path file = Files.writeString(folder.resolve(name), "10.20.30.18/28\n");
      args.add(file.toString());
    }

    Program.Outcome outcome = new Program().run(args.toArray(String[]::new));

    staysCalm(outcome);
    assertThat(outcome.exit()).isEqualTo(Exit.FINDINGS);
  }

  @Test
  void aNameThatIsNoTextInAnyEncoding() throws Exception {
    Path odd = Files.createDirectory(folder.resolve("odd"));
    String make = "cd \"$0\" && printf '2,a,b\\n' > \"$(printf 'a\\377\\376')\"";
    Process made = new ProcessBuilder("sh", "-c", make, odd.toString()).start();
    assumeTrue(made.waitFor() == 0, "such a name can't be made here");

    Program.Outcome outcome = new Program().run(odd.toString(), good.toString());

    staysCalm(outcome);
    assertThat(outcome.exit()).isEqualTo(Exit.FINDINGS);
    assertThat(outcome.out()).contains(FOUND);
  }

  static Stream<String> steering() {
    return Stream.of(
        "10.20.30.18/28" + STEERING + "\n10.20.30.99/" + STEERING + "\n",
        "root@lb" + STEERING + " [ ~ ]# cat /etc/vmware/anyip-routes.cfg\n10.20.30.18/28\n",
        "root@lb [ ~ ]# cat " + STEERING + "/anyip-routes.cfg\n10.20.30.18/28\n",
        "#viplint host=" + STEERING + " cmd=cat /etc/vmware/anyip-routes.cfg\n10.20.30.18/28\n",
        "frontend "
            + STEERING
            + "\n  bind 10.1.0.1:443 "
            + STEERING
            + "\n  mode "
            + STEERING
            + "\n",
        "Aug 04 14:05:25 "
            + STEERING
            + " haproxy[7]: Starting frontend "
            + STEERING
            + ": cannot bind socket [10.1.0.1:443]"
            + STEERING
            + "\n",
        "2,work" + STEERING + ",00:50:56:00:00:01,10.1.0.1/24,10.1.0.1\n2," + STEERING + "\n",
        "0:\tfrom all lookup local\n9:\tfrom all to 10.1.0.1 lookup " + STEERING + "\n",
        "  haproxy.service " + STEERING + " loaded failed failed " + STEERING + "\n",
        "7 rtctl_a" + STEERING + "\n7 rtctl_b" + STEERING + "\n",
        "Unable to connect to the server: dial tcp 10.1.0.1:443: " + STEERING + "\n");
  }

  @ParameterizedTest
  @MethodSource("steering")
  void captured(String text) throws IOException {
    for (String name :
        List.of("paste.txt", "anyip-routes.cfg", "haproxy.cfg", "route-tables.cfg")) {
      Path file = Files.writeString(folder.resolve(name), text);
      for (String format : ReportFormat.ids()) {
        staysCalm(new Program().run("check", "--format", format, "-v", file.toString()));
      }
      staysCalm(new Program().run("inputs", "-v", file.toString()));
      staysCalm(new Program().run("inputs", "--format", "json", file.toString()));
    }
  }

  @Test
  void halvesOfCharacters() throws IOException {
    Path file = folder.resolve("anyip-routes.cfg");
    byte[] text = "\ufeff10.20.30.18/28 x\n".getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
    text[text.length - 4] = 0x34; // U+D834, the first half of a pair
    text[text.length - 3] = (byte) 0xD8;
    Files.write(file, text);

    for (String format : ReportFormat.ids()) {
      staysCalm(new Program().run("--format", format, file.toString()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--format", "--kind", "--host", "--fail-on", "--nonsense", "explain"})
  void argumentsThatSteer(String option) {
    staysCalm(new Program().run(option, STEERING + "=" + STEERING));
  }

  private static void staysCalm(Program.Outcome outcome) {
    assertThat(outcome.exit()).isNotEqualTo(Exit.INTERNAL);
    for (String text : List.of(outcome.out(), outcome.err())) {
      assertThat(text.codePoints().filter(HostileInputTest::steers).mapToObj(Integer::toHexString))
          .isEmpty();
    }
  }

  private static boolean steers(int c) {
    int type = Character.getType(c);
    return c != '\n' && type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  // Streams that end or break

  @Test
  void inputThatBreaksOff() {
    InputStream broken =
        new InputStream() {
          private int left = 9;

          @Override
          public int read() throws IOException {
            if (left-- > 0) {
              return '1';
            }
            throw new IOException("Stale file handle");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    int exit = new Main(broken, printer(new ByteArrayOutputStream()), printer(err)).run("-");

    assertThat(exit).isEqualTo(Exit.INCOMPLETE);
    assertThat(err.toString(UTF_8)).contains("viplint: -: can't be read: ");
  }

  @Test
  void aReaderThatGoesAway() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    InputStream none = new ByteArrayInputStream(new byte[0]);

    for (String format : ReportFormat.ids()) {
      int exit =
          new Main(none, printer(closed), printer(err)).run("--format", format, good.toString());

      assertThat(exit).isEqualTo(Exit.FINDINGS);
      assertThat(err.toString(UTF_8)).isEmpty();
    }
  }

  @Test
  void aReportInPlaceOfAFolder() {
    Program.Outcome outcome =
        new Program().run(good.toString(), "--report", "json=" + folder.resolve("good"));

    assertThat(outcome.exit()).isEqualTo(Exit.USAGE);
    assertThat(outcome.err()).contains("is a folder");
    assertThat(good).hasContent("10.20.30.18/28");
  }

  @Test
  void twoReportsInOneFile() {
    String file = folder.resolve("report").toString();

    Program.Outcome outcome =
        new Program().run(good.toString(), "--report", "json=" + file, "--report", "text=" + file);

    assertThat(outcome.exit()).isEqualTo(Exit.USAGE);
    assertThat(outcome.err()).contains("two reports");
    assertThat(Path.of(file)).doesNotExist();
  }

  private static PrintStream printer(OutputStream out) {
    return new PrintStream(out, true, UTF_8);
  }

  /** The input is told apart, alone and beside the good one. */
  private void isSaid(Path input, String message) {
    Program.Outcome alone = new Program().run(input.toString());
    Program.Outcome beside = new Program().run(input.toString(), good.toString());

    assertThat(alone.exit()).isEqualTo(Exit.INCOMPLETE);
    assertThat(beside.exit()).isEqualTo(Exit.FINDINGS);
    assertThat(beside.out()).contains(FOUND);
    for (Program.Outcome outcome : List.of(alone, beside)) {
      assertThat(outcome.err())
          .startsWith("viplint: " + input)
          .containsPattern(message)
          .doesNotContain("Exception")
          .doesNotContain("\tat ");
      assertThat(outcome.err().lines().count()).isLessThan(25);
    }
  }

  private Path bytes(String name, int... bytes) throws IOException {
    byte[] content = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      content[i] = (byte) bytes[i];
    }
    return Files.write(folder.resolve(name), content);
  }

  private Path lines(String name, int count, String line, String end) throws IOException {
    Path file = folder.resolve(name);
    char[] text = (line + end).toCharArray();
    try (BufferedWriter out = Files.newBufferedWriter(file, ISO_8859_1)) {
      for (int i = 0; i < count; i++) {
        out.write(text);
      }
    }
    return file;
  }
}
