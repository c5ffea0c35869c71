package io.github.viplint.rules.vip;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.github.viplint.model.Cidr;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreeBlocksTest {
  private static IPAddress address(String text) {
    return new IPAddressString(text).getAddress();
  }

  private static Cidr subnet(String text) {
    int slash = text.indexOf('/');
    return new Cidr(address(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
  }

  private static FreeBlocks free(String subnet, String... taken) {
    return FreeBlocks.of(subnet(subnet), Stream.of(taken).map(FreeBlocksTest::address).toList());
  }

  @Test
  void splitsASubnetAroundAnAddress() {
    assertThat(free("10.20.30.0/29", "10.20.30.1").blocks())
        .extracting(Cidr::toString)
        .containsExactly("10.20.30.0/32", "10.20.30.2/31", "10.20.30.4/30");
  }

  @Test
  void leavesASubnetWholeWhenNothingInItIsTaken() {
    assertThat(free("10.20.30.0/29", "10.20.31.1").blocks())
        .containsExactly(subnet("10.20.30.0/29"));
  }

  @Test
  void takesTheLargestBlockAndTheOneAroundAnAddress() {
    FreeBlocks free = free("10.20.30.0/24", "10.20.30.1", "10.20.30.254");
    assertThat(free.largest(address("10.20.30.130"))).contains(subnet("10.20.30.128/26"));
    assertThat(free.largest(address("10.20.30.70"))).contains(subnet("10.20.30.64/26"));
    assertThat(free.around(address("10.20.30.20"))).contains(subnet("10.20.30.16/28"));
    assertThat(free.around(address("10.20.30.1"))).isEmpty();
  }

  @Test
  void givesNothingForIpv6OrTooMuchTaken() {
    assertThat(free("fd00::/120", "fd00::1").blocks()).isEmpty();
    String[] many =
        Stream.iterate(1, i -> i + 2).limit(40).map(i -> "10.20.30." + i).toArray(String[]::new);
    assertThat(free("10.20.30.0/24", many).blocks()).isEmpty();
  }

  /** Whatever is taken: the blocks and the taken addresses are the subnet, each address once. */
  @Test
  void missesNoAddressAndCountsNoneTwice() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      String[] taken =
          random
              .ints(random.nextInt(8), 0, 256)
              .distinct()
              .mapToObj(i -> "10.20.30." + i)
              .toArray(String[]::new);
      FreeBlocks free = free("10.20.30.0/24", taken);
      for (int i = 0; i < 256; i++) {
        IPAddress address = address("10.20.30." + i);
        long times = free.blocks().stream().filter(block -> block.contains(address)).count();
        assertThat(times).isEqualTo(List.of(taken).contains(address.toString()) ? 0 : 1);
      }
    }
  }
}
