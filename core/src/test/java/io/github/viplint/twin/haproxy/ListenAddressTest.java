package io.github.viplint.twin.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.twin.Boot;
import io.github.viplint.twin.Captured;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which binds of one haproxy collide when they don't share ports ({@code noreuseport}): what
 * haproxy 2.6 on Linux 6.18 does. It binds what it has of IPv6 first; 2.2 binds in the order of the
 * file.
 */
class ListenAddressTest {
  private static final HaproxyVersion IPV6_FIRST = new HaproxyVersion(2, 6);

  private static final String INTERFACES =
      """
      1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
          link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
          inet 127.0.0.1/8 scope host lo
             valid_lft forever preferred_lft forever
      2: w: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
          link/ether 00:50:56:a1:00:02 brd ff:ff:ff:ff:ff:ff
          inet 10.30.1.5/24 scope global w
             valid_lft forever preferred_lft forever
          inet 10.30.2.5/24 scope global w
             valid_lft forever preferred_lft forever
          inet6 fd00::9/64 scope global
             valid_lft forever preferred_lft forever
      """;

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0:443, :::443, 0.0.0.0:443",
    "0.0.0.0:443 transparent, :::443, 0.0.0.0:443",
    ":::443, 0.0.0.0:443, 0.0.0.0:443",
    ":::443, 10.30.1.5:443, 10.30.1.5:443",
    "192.0.2.1:443 transparent, :::443, 192.0.2.1:443",
    ":::443 v6only, 0.0.0.0:443, none",
    ":::443 v4v6, 0.0.0.0:443, 0.0.0.0:443",
    "fd00::9:443, 0.0.0.0:443, none",
    "fd00::9:443, :::443, :::443",
    "::1:443, 127.0.0.6:443, none",
    "::ffff:10.30.1.5:443, 10.30.1.5:443, 10.30.1.5:443",
    "::ffff:10.30.1.5:443, 10.30.2.5:443, none",
    "::ffff:10.30.1.5:443, 0.0.0.0:443, 0.0.0.0:443",
    "::ffff:0.0.0.0:443, 10.30.1.5:443, 10.30.1.5:443",
    "::ffff:0.0.0.0:443, :::443 v6only, none",
    "::ffff:10.30.1.5:443, :::443, :::443",
    "10.30.1.5:443, 10.30.1.5:443, 10.30.1.5:443",
    "10.30.1.5:443, 10.30.2.5:443, none",
    "10.30.1.5:443, 0.0.0.0:443, 0.0.0.0:443",
    "10.30.1.5:443 interface w, 10.30.1.5:443 interface lo, none",
    "10.30.1.5:443 interface w, 10.30.1.5:443, 10.30.1.5:443",
    "0.0.0.0:443 interface w, :::443 interface lo, none",
    "10.30.1.5:443-445, 10.30.1.5:444, 10.30.1.5:444",
    "10.30.1.5:444, 10.30.1.5:443-445, 10.30.1.5:443-445",
    "*:443, :::443, *:443"
  })
  void collideAsInTheKernel(String first, String second, String refused) {
    HaproxyBoot boot = boot(IPV6_FIRST, "noreuseport", first, second);

    assertThat(boot.binds(HaproxyBoot.Outcome.IN_USE))
        .extracting(listener -> listener.bind().span().text())
        .isEqualTo(refused.equals("none") ? List.of() : List.of(refused));
  }

  /** Measured with 2.2.9, 2.6.12 and 3.0.11. */
  @ParameterizedTest
  @CsvSource({
    "2.2, 0.0.0.0:443, :::443, :::443",
    "2.2, :::443, 0.0.0.0:443, 0.0.0.0:443",
    "2.2, 10.30.1.5:443, ::ffff:10.30.1.5:443, ::ffff:10.30.1.5:443",
    "2.6, 0.0.0.0:443, :::443, 0.0.0.0:443",
    "3.0, 0.0.0.0:443, :::443, 0.0.0.0:443",
    "3.0, 10.30.1.5:443, ::ffff:10.30.1.5:443, 10.30.1.5:443",
  })
  void whichOfTwoIsRefusedDependsOnTheRelease(
      String release, String first, String second, String refused) {
    HaproxyVersion version = HaproxyVersion.of(release).orElseThrow();

    HaproxyBoot boot = boot(version, "noreuseport", first, second);

    assertThat(boot.binds(HaproxyBoot.Outcome.IN_USE))
        .extracting(listener -> listener.bind().span().text())
        .containsExactly(refused);
    assertThat(boot.binds())
        .extracting(listener -> listener.bind().span().text())
        .containsExactly(first, second);
  }

  /** All three releases agree: {@code Invalid argument} is the kernel's word. */
  @ParameterizedTest
  @CsvSource({
    "0, ::ffff:10.30.1.5:443, BOUND",
    "0, ::ffff:10.30.9.9:443, NOT_LOCAL",
    "0, ::ffff:10.30.9.9:443 transparent, BOUND",
    "0, ::ffff:10.30.1.5:443 v4v6, BOUND",
    "0, ::ffff:10.30.1.5:443 v6only, NOT_LOCAL",
    "0, ::ffff:10.30.1.5:443 v6only v4v6, NOT_LOCAL",
    "0, ::ffff:10.30.9.9:443 transparent v6only, NOT_LOCAL",
    "0, ::ffff:0.0.0.0:443, BOUND",
    "0, ::ffff:0.0.0.0:443 v6only, NOT_LOCAL",
    "0, fd00::9:443 v6only, BOUND",
    "0, 10.30.1.5:443 v6only, BOUND",
    "1, ::ffff:10.30.1.5:443, NOT_LOCAL",
    "1, ::ffff:10.30.1.5:443 v4v6, BOUND",
    "1, ::ffff:10.30.9.9:443 transparent, NOT_LOCAL",
    "1, ::ffff:0.0.0.0:443, NOT_LOCAL",
    "1, 10.30.1.5:443, BOUND",
  })
  void aMappedAddressIsOneOfIpv4(int bindv6only, String bind, HaproxyBoot.Outcome outcome) {
    HaproxyBoot boot =
        boot(
            IPV6_FIRST,
            captured("", bind)
                .with(
                    CaptureKind.SYSCTL, "sysctl -a", "net.ipv6.bindv6only = " + bindv6only + "\n"));

    assertThat(boot.binds()).extracting(HaproxyBoot.Listener::outcome).containsExactly(outcome);
  }

  private static HaproxyBoot boot(HaproxyVersion version, String global, String... binds) {
    return boot(version, captured(global, binds));
  }

  private static HaproxyBoot boot(HaproxyVersion version, Captured captured) {
    return Boot.of(captured.state(), Optional.of("v0.2.0"), version).orElseThrow().haproxy();
  }

  private static Captured captured(String global, String... binds) {
    return new Captured()
        .addresses(INTERFACES)
        .with(CaptureKind.ANYIP_ROUTES, "cat anyip-routes.cfg", "# no range\n")
        .with(
            CaptureKind.HAPROXY_CFG,
            "cat haproxy.cfg",
            "global\n  "
                + global
                + "\ndefaults\n  mode tcp\nfrontend web\n  bind "
                + String.join("\n  bind ", binds)
                + "\n");
  }
}
