package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Support bundles as people hand them in. */
class ArchivesTest {
  private static final String RANGES = "10.10.18.18/28\n";
  private static final String WCPSVC =
      "2024-10-01T02:09:28.793Z info wcp [a/b.go:1] [opID=1] starting\n"
          + "2024-10-01T02:09:29.793Z error wcp [a/b.go:2] [opID=1] dial tcp 172.21.5.9:5556:"
          + " connect: connection refused\n";

  @TempDir Path folder;

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static Program.Outcome run(Path... paths) {
    String[] arguments = Stream.of(paths).map(Path::toString).toArray(String[]::new);
    return new Program().run(arguments);
  }

  private static String inputs(Path... paths) {
    return new Program()
        .run(
            Stream.concat(Stream.of("inputs"), Stream.of(paths))
                .map(Object::toString)
                .toArray(String[]::new))
        .out();
  }

  private static Packed appliance() {
    return new Packed()
        .with("etc/vmware/anyip-routes.cfg", RANGES)
        .with("etc/haproxy/ca.crt", "no certificate\n")
        .with("var/log/vmware/net-postconfig.log", "done\n");
  }

  @Test
  void anAppliancesBundleIsReadWhereItIs() throws IOException {
    Path bundle = write("haproxy-support.tgz", appliance().tgz());
    Program.Outcome run = run(bundle);
    assertThat(run.exit()).isEqualTo(Exit.FINDINGS);
    assertThat(run.out())
        .contains("VL101")
        .contains("--> " + bundle + "!/etc/vmware/anyip-routes.cfg:1:1")
        .contains("(/etc/vmware/anyip-routes.cfg on");
    assertThat(inputs(bundle)).contains("exact, whole");
  }

  /** As haproxy-support writes it: net-postconfig.log and the like twice, two keys. */
  @Test
  void theBundleOfAHealthyApplianceIsReadWholeAndRaisesNothing() throws IOException {
    String lost =
        "-- Logs begin at Fri 2021-08-06 09:00:00 UTC, end at Fri 2021-08-06 10:00:00 UTC. --\n";
    Packed bundle =
        new Packed()
            .with(
                "etc/haproxy/haproxy.cfg",
                "global\n  log stdout format raw local0\n\ndefaults\n  mode tcp\n  timeout connect 5s\n"
                    + "  timeout client 30s\n  timeout server 30s\n")
            .with(
                "etc/haproxy/ca.key",
                "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n")
            .with("etc/haproxy/dataplaneapi.cfg", "config_version: 2\n")
            .with("etc/vmware/anyip-routes.cfg", "10.10.18.16/28\n")
            .with("var/log/vmware/net-postconfig.log", "done\n")
            .with("var/log/anyip.log", lost + "-- No entries --\n")
            .with("var/log/haproxy.log", lost)
            .with(
                "var/log/network-info.log",
                """
                --- IP ADDRS ---
                1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
                    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
                    inet 127.0.0.1/8 scope host lo
                       valid_lft forever preferred_lft forever
                2: management: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
                    link/ether 00:50:56:8a:00:01 brd ff:ff:ff:ff:ff:ff
                    inet 10.10.18.5/29 brd 10.10.18.7 scope global management
                       valid_lft forever preferred_lft forever
                --- IP ROUTES ---
                default via 10.10.18.1 dev management proto static
                10.10.18.0/29 dev management proto kernel scope link src 10.10.18.5
                --- IP ROUTE TABLE LOCAL ---
                local 10.10.18.5 dev management proto kernel scope host src 10.10.18.5
                local 10.10.18.16/28 dev lo scope host
                broadcast 10.10.18.7 dev management proto kernel scope link src 10.10.18.5
                local 127.0.0.0/8 dev lo proto kernel scope host src 127.0.0.1
                local 127.0.0.1 dev lo proto kernel scope host src 127.0.0.1
                broadcast 127.255.255.255 dev lo proto kernel scope link src 127.0.0.1
                """)
            .with("var/log/vmware/net-postconfig.log", "done\n");
    Path file = write("haproxy-support.tgz", bundle.tgz());
    assertThat(inputs(file))
        .contains("network-info.log:2-9")
        .contains("ip-addr")
        .contains("ip-route")
        .contains("anyip.log");
    Program.Outcome run = run(file);
    assertThat(run.out()).doesNotContain("error[").containsOnlyOnce("warning[");
    assertThat(run.out()).contains("warning[VL901/secret-in-bundle]: a private key");
    assertThat(run.exit()).isEqualTo(Exit.OK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tar", "tgz", "zip", "tar.bz2", "tar.xz", "tar.zst"})
  void anyPackingWillDo(String packing) throws IOException {
    byte[] bytes =
        switch (packing) {
          case "tar" -> appliance().tar();
          case "tgz" -> appliance().tgz();
          case "zip" -> appliance().zip();
          case "tar.bz2" -> Packed.bz2(appliance().tar());
          case "tar.xz" -> Packed.xz(appliance().tar());
          default -> Packed.zst(appliance().tar());
        };
    // what it is called does not matter
    assertThat(run(write("bundle", bytes)).out()).contains("VL101");
    assertThat(run(write("bundle." + packing, bytes)).out()).contains("VL101");
  }

  @Test
  void aBundleOfAVcenterIsReadThroughItsLayersAndParts() throws IOException {
    byte[] support =
        new Packed()
            .with(
                "vcenter-lab-2024-10-01/var/log/vmware/wcp/wcpsvc-1.log.gz",
                Packed.gz(Packed.text(WCPSVC)))
            .with("vcenter-lab-2024-10-01/var/log/vmware/vpxd/vpxd.log", WCPSVC)
            .with(
                "vcenter-lab-2024-10-01/var/log/vmware/vpxd/vpxd-1.log.gz",
                Packed.gz(Packed.text(WCPSVC)))
            .tgz();
    int third = support.length / 3;
    Path bundle =
        write(
            "wcp-support-bundle-domain-c8.tar",
            new Packed()
                .with("vc-support.tar.gz.FRAG-00000", Arrays.copyOf(support, third))
                .with("vc-support.tar.gz.FRAG-00001", Arrays.copyOfRange(support, third, 2 * third))
                .with(
                    "vc-support.tar.gz.FRAG-00002",
                    Arrays.copyOfRange(support, 2 * third, support.length))
                .with("notes/etc/vmware/anyip-routes.cfg", RANGES)
                .tar());
    Program.Outcome run = run(bundle);
    assertThat(run.out())
        .contains("VL701")
        .contains(
            bundle
                + "!/vc-support.tar.gz!/vcenter-lab-2024-10-01/var/log/vmware/wcp/wcpsvc-1.log.gz:2:1")
        .contains("VL101") // what stands behind the parts
        .contains("2 captures, 3 lines");
    assertThat(run.err()).contains("files in it that no reader wants: 2");
  }

  @Test
  void partsOnDiskAreOneFile() throws IOException {
    byte[] support = appliance().tgz();
    Path first = write("vc.tgz.FRAG-00000", Arrays.copyOf(support, 100));
    write("vc.tgz.FRAG-00001", Arrays.copyOfRange(support, 100, support.length));
    assertThat(run(folder).out()).contains("--> " + folder.resolve("vc.tgz") + "!/etc/vmware");
    Files.delete(first);
    Program.Outcome run = run(folder);
    assertThat(run.err())
        .contains("FRAG-00001: is a part of a file, and the part before it is not");
    assertThat(run.exit()).isEqualTo(Exit.INCOMPLETE);
  }

  @Test
  void compressedFilesAreReadAsWhatTheyHold() throws IOException {
    write("wcpsvc-3.log.gz", Packed.gz(Packed.text(WCPSVC)));
    write("wcpsvc-2.log.zst", Packed.zst(Packed.text(WCPSVC)));
    write("wcpsvc-1.log.xz", Packed.xz(Packed.text(WCPSVC)));
    write("wcpsvc.log.1", Packed.text(WCPSVC));
    write("wcpsvc.log.bz2", Packed.bz2(Packed.text(WCPSVC)));
    assertThat(inputs(folder).lines().filter(line -> line.contains("wcpsvc-log"))).hasSize(5);
    assertThat(run(folder.resolve("wcpsvc-1.log.xz")).out())
        .contains(folder.resolve("wcpsvc-1.log.xz") + ":2:1");
  }

  @Test
  void aBundleMayBePiped() {
    Program.Outcome run = new Program().in(appliance().tgz()).run("-");
    assertThat(run.out()).contains("--> -!/etc/vmware/anyip-routes.cfg:1:1");
  }

  @Test
  void theSameMemberTwiceIsOne() throws IOException {
    Packed bundle =
        new Packed()
            .with("var/log/vmware/wcp/wcpsvc.log", WCPSVC)
            .with("./var/log/vmware/wcp/wcpsvc.log", WCPSVC)
            .withLink("var/log/vmware/wcp/wcpsvc.log", "var/log/vmware/wcp/wcpsvc.log", true);
    Program.Outcome run = run(write("b.tgz", bundle.tgz()));
    assertThat(run.out()).contains("1 cause.").contains("1 capture, 2 lines");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void bundlesSideBySideAreLabsOfTheirOwn() throws IOException {
    write("east.tgz", appliance().tgz());
    write("west.tgz", appliance().tgz());
    assertThat(new Program().run("--format", "json", folder.toString()).out())
        .contains("\"name\": \"east.tgz\"", "\"name\": \"west.tgz\"");
  }

  @Test
  void namesThatLeadOutOfTheArchiveAreRefusedAndTheRestIsRead() throws IOException {
    Path bundle =
        write(
            "evil.tgz",
            new Packed()
                .with("../../etc/vmware/anyip-routes.cfg", RANGES)
                .with("/etc/haproxy/haproxy.cfg", "global\n")
                .withDevice("dev/console")
                .withLink("etc/haproxy/haproxy.cfg", "/etc/passwd", false)
                .withLink("etc/resolv.conf", "../run/resolv.conf", false)
                .with("etc/vmware/anyip-routes.cfg", RANGES)
                .tgz());
    Program.Outcome run = run(bundle);
    assertThat(run.exit()).isEqualTo(Exit.FINDINGS);
    assertThat(run.out()).contains("VL101");
    assertThat(run.err().lines())
        .contains(
            "viplint: "
                + bundle
                + "!/../../etc/vmware/anyip-routes.cfg: has a name that leads out of the archive, and was not read",
            "viplint: "
                + bundle
                + "!//etc/haproxy/haproxy.cfg: has a name that leads out of the archive, and was not read",
            "viplint: " + bundle + "!/dev/console: is a device, no file",
            "viplint: " + bundle + "!/etc/haproxy/haproxy.cfg: is a link; links are not followed",
            "viplint: " + bundle + ": links in it are not followed: 1, the first etc/resolv.conf");
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files).containsExactlyInAnyOrder(folder, bundle);
    }
  }

  /** They are packed as a zip is; that there are such is said once, as of other files. */
  @Test
  void programsAndDocumentsInABundleAreCountedAndNotOpened() throws IOException {
    byte[] packed = new Packed().with("etc/vmware/anyip-routes.cfg", RANGES).zip();
    Path bundle =
        write(
            "b.tgz",
            new Packed()
                .with("etc/vmware/anyip-routes.cfg", "10.10.18.16/28\n")
                .with("lib/service.jar", packed)
                .with("plan.docx", packed)
                .tgz());
    Program.Outcome run = run(bundle);
    assertThat(run.out()).doesNotContain("VL101").contains("1 capture, 1 line");
    assertThat(run.err())
        .isEqualTo("viplint: " + bundle + ": files in it that no reader wants: 2\n");
    assertThat(run.exit()).isEqualTo(Exit.OK);
  }

  @Test
  void aBombIsSaidAndWhatStandsBehindItIsRead() throws IOException {
    byte[] zeros = new byte[64 << 20];
    for (byte[] bytes :
        List.of(
            new Packed().with("bomb.txt", zeros).with("etc/vmware/anyip-routes.cfg", RANGES).zip(),
            new Packed()
                .with("bomb.txt", zeros)
                .with("etc/vmware/anyip-routes.cfg", RANGES)
                .tgz())) {
      Program.Outcome run = run(write("bomb", bytes));
      assertThat(run.err()).contains("bomb!/bomb.txt: unpacks to more than 400 times its size");
      assertThat(run.out()).contains("VL101");
      assertThat(run.exit()).isEqualTo(Exit.FINDINGS);
    }
    Arrays.fill(zeros, (byte) '\n');
    Program.Outcome run = run(write("wcpsvc.log.gz", Packed.gz(zeros)));
    assertThat(run.exit()).isEqualTo(Exit.INCOMPLETE);
  }

  @Test
  void tenLevelsAreTooDeepAndTheRestIsRead() throws IOException {
    byte[] nested = new Packed().with("etc/vmware/anyip-routes.cfg", RANGES).zip();
    for (int level = 9; level > 0; level--) {
      nested =
          new Packed()
              .with("level" + level + ".zip", nested)
              .with("paste" + level + ".txt", "# cat /etc/vmware/anyip-routes.cfg\n" + RANGES)
              .zip();
    }
    Program.Outcome run = run(write("deep.zip", nested));
    assertThat(run.err()).contains("is packed more than 8 times over, and was not read");
    assertThat(run.out()).contains("level7.zip!/paste8.txt:2:1").contains("8 captures, 16 lines");
    assertThat(run.exit()).isEqualTo(Exit.FINDINGS);
  }

  @Test
  void whatIsCutOffIsReadAsFarAsItGoes() throws IOException {
    byte[] log = Packed.gz(Packed.text(WCPSVC.repeat(5000)));
    Path cut = write("wcpsvc-1.log.gz", Arrays.copyOf(log, log.length / 2));
    Program.Outcome run = run(cut);
    assertThat(run.err())
        .isEqualTo("viplint: " + cut + ": is cut off; what stands before was looked at\n");
    assertThat(run.out()).contains("VL701");

    // half a configuration would be judged for what it lacks
    byte[] cfg = Packed.gz(Packed.text("10.10.18.16/28\n".repeat(5000) + RANGES));
    run = run(write("anyip-routes.cfg.gz", Arrays.copyOf(cfg, cfg.length / 2)));
    assertThat(run.exit()).isEqualTo(Exit.INCOMPLETE);
    assertThat(run.out()).contains("Nothing was checked");

    byte[] tgz = appliance().with("var/log/last.log", new byte[1 << 20]).tgz();
    run = run(write("cut.tgz", Arrays.copyOf(tgz, tgz.length - 100)));
    assertThat(run.err()).contains("cut.tgz: is cut off");
    assertThat(run.out()).contains("VL101");
  }

  @Test
  void aMemberThatLiesAboutItsSizeIsSaid() throws IOException {
    byte[] tar = appliance().tar();
    // the size of the first entry: octal digits of tar, made larger than all there is
    System.arraycopy(Packed.text("77777777777"), 0, tar, 124, 11);
    checksum(tar);
    Program.Outcome run = run(write("lying.tar", tar));
    assertThat(run.err()).contains("lying.tar!/etc/vmware/anyip-routes.cfg: is cut off");
    assertThat(run.exit()).isEqualTo(Exit.INCOMPLETE);

    byte[] small = appliance().tar();
    System.arraycopy(Packed.text("00000000003"), 0, small, 124, 11);
    checksum(small);
    run = run(write("small.tar", small));
    assertThat(run.exit()).isNotEqualTo(Exit.OK);
  }

  private static void checksum(byte[] tar) {
    Arrays.fill(tar, 148, 156, (byte) ' ');
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += tar[i] & 0xFF;
    }
    byte[] octal = String.format("%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(octal, 0, tar, 148, 8);
  }

  @Test
  void aZipThatLiesAboutSizesIsSaid() throws IOException {
    for (int size : new int[] {3, 1 << 30}) {
      byte[] zip = stored("etc/vmware/anyip-routes.cfg", RANGES, size);
      Program.Outcome run = run(write("lying" + size + ".zip", zip));
      assertThat(run.err()).contains("lying" + size + ".zip");
      assertThat(run.exit()).isIn(Exit.FINDINGS, Exit.INCOMPLETE);
    }
    byte[] deflated = appliance().zip();
    // the size in the data descriptor behind the first member is not trusted either
    for (int at = 0; at + 16 < deflated.length; at++) {
      if (deflated[at] == 'P' && deflated[at + 1] == 'K' && deflated[at + 2] == 7) {
        deflated[at + 12] ^= 0x7F;
        break;
      }
    }
    Program.Outcome run = run(write("descriptor.zip", deflated));
    assertThat(run.exit()).isNotEqualTo(Exit.OK);
  }

  /** One member, not compressed, whose header tells another size. */
  private static byte[] stored(String name, String text, int size) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      ZipArchiveEntry entry = new ZipArchiveEntry(name);
      byte[] bytes = Packed.text(text);
      CRC32 sum = new CRC32();
      sum.update(bytes);
      entry.setMethod(ZipArchiveEntry.STORED);
      entry.setSize(bytes.length);
      entry.setCrc(sum.getValue());
      zip.putArchiveEntry(entry);
      zip.write(bytes);
      zip.closeArchiveEntry();
    }
    byte[] zip = out.toByteArray();
    ByteBuffer header = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(18, size); // packed
    header.putInt(22, size); // unpacked
    return zip;
  }

  /** A zip tells of a link only at its end; where the member stands it holds the target's name. */
  @Test
  void aLinkInAZipIsNoFile() throws IOException {
    Path bundle =
        write(
            "linked.zip",
            new Packed()
                .with("etc/vmware/anyip-routes.cfg", "../../opt/ranges.cfg")
                .with("etc/haproxy/haproxy.cfg", "/srv/haproxy/haproxy.cfg")
                .with("etc/vmware/route-tables.cfg", "2,workload,00:50:56:ab:cd:ef,10.0.0.2/24\n")
                .zip());
    Program.Outcome run = run(bundle);

    assertThat(run.err().lines())
        .contains(
            "viplint: "
                + bundle
                + "!/etc/vmware/anyip-routes.cfg: is a link; links are not followed",
            "viplint: " + bundle + "!/etc/haproxy/haproxy.cfg: is a link; links are not followed");
    assertThat(run.out()).doesNotContain("[VL102").doesNotContain("[VL111");
  }

  @Test
  void aRangeWithoutNewlineInAZipIsNoLink() throws IOException {
    Path bundle =
        write("short.zip", new Packed().with("etc/vmware/anyip-routes.cfg", "10.9.0.0/27").zip());

    assertThat(run(bundle).out()).contains("VL111");
  }

  @Test
  void theLogsOfCloudInitAreTaken() throws IOException {
    Path bundle =
        write(
            "logs.tgz",
            new Packed()
                .with(
                    "var/log/cloud-init-output.log", "Cloud-init v. 19.1 running 'modules:final'\n")
                .with(
                    "var/log/cloud-init.log",
                    "2024-11-14 20:57:18,729 - DataSourceVMwareGuestInfo.py[DEBUG]: loaded metadata {}\n")
                .tgz());

    assertThat(inputs(bundle)).contains("cloud-init-output.log").contains("2 captures");
    assertThat(run(bundle).out()).contains("VL607");
  }

  /**
   * {@code journalctl -o export} writes a field with a control character as its length and bytes.
   */
  @Test
  void aJournalExportWithFieldsOfBytesIsText() throws IOException {
    String bytes = "Starting frontend a: cannot bind socket [10.20.0.35:443]\u0007";
    String record =
        "__CURSOR=s=b1793e084ef546fc9d9afaf20aef1b6e;i=4\n__REALTIME_TIMESTAMP=1628085925123456\n"
            + "_HOSTNAME=haproxy\nSYSLOG_IDENTIFIER=haproxy\nMESSAGE\n"
            + (char) bytes.length()
            + "\0\0\0\0\0\0\0"
            + bytes
            + "\n_PID=854\n\n";
    Path export = write("haproxy.export", Packed.text(record.repeat(3)));
    Path bundle = write("export.tgz", new Packed().with("haproxy.export", record).tgz());

    for (Path path : List.of(export, bundle)) {
      assertThat(run(path).out()).contains("VL203").contains("10.20.0.35:443");
      assertThat(run(path).err()).isEmpty();
    }
  }

  @Test
  void aNameWithoutEndTakesNoMemory() throws IOException {
    byte[] tar = new Packed().withLongName(8 << 20).tar();
    Program.Outcome run = run(write("name.tgz", Packed.gz(tar)));
    assertThat(run.err()).contains("name.tgz: has a header of unreasonable size");
    assertThat(run.exit()).isEqualTo(Exit.INCOMPLETE);
  }

  @Test
  void damagedArchivesOfEveryKindAreProblems() throws IOException {
    byte[] log = Packed.text(WCPSVC.repeat(200));
    for (byte[] good :
        List.of(
            appliance().tgz(),
            appliance().zip(),
            Packed.bz2(log),
            Packed.xz(log),
            Packed.zst(log))) {
      for (int at = 10; at < good.length; at += Math.max(1, good.length / 40)) {
        byte[] bad = good.clone();
        bad[at] ^= 0x55;
        assertThat(run(write("bad", bad)).exit()).isIn(Exit.OK, Exit.FINDINGS, Exit.INCOMPLETE);
      }
    }
  }
}
