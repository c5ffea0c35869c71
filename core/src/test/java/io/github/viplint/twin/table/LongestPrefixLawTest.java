package io.github.viplint.twin.table;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.ipv4.IPv4Address;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.Route;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LongestPrefixLawTest {
  private static final Capture CAPTURE =
      Capture.whole(new Source("test", "", StandardCharsets.UTF_8, "", Mask.NONE))
          .kind(CaptureKind.IP_ROUTE)
          .build();

  @Property
  void theIndexFindsWhatALookAtAllRoutesFinds(
      @ForAll("routes") List<Route> routes, @ForAll("addresses") IPv4Address address) {
    Optional<Route> best =
        routes.stream()
            .filter(route -> route.destination().contains(address))
            .max(
                Comparator.comparingInt((Route route) -> route.destination().prefixLength())
                    .thenComparing(Route::metric, Comparator.reverseOrder()));

    Match found = new FibTable(routes, hop -> true).find(FlowKey.to(address));

    assertThat(Optional.ofNullable(found).map(Match::route).map(LongestPrefixLawTest::rank))
        .isEqualTo(best.map(LongestPrefixLawTest::rank));
  }

  private static String rank(Route route) {
    return route.destination() + " metric " + route.metric();
  }

  /** Few addresses, so that routes nest and questions hit; the ends of the space too. */
  @Provide
  Arbitrary<IPv4Address> addresses() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0x0a000000, 0x0a0000ff).map(IPv4Address::new),
        Arbitraries.of(0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE).map(IPv4Address::new));
  }

  @Provide
  Arbitrary<List<Route>> routes() {
    return Combinators.combine(
            addresses(), Arbitraries.integers().between(0, 32), Arbitraries.longs().between(0, 3))
        .as((address, length, metric) -> route(new Cidr(address, length).network(), metric))
        .list()
        .ofMaxSize(60);
  }

  private static Route route(Cidr destination, long metric) {
    return new Route(
        CAPTURE.all(),
        Route.Type.UNICAST,
        destination,
        "main",
        0,
        metric,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(new Route.NextHop(Optional.empty(), Optional.of("eth0"), Set.of())),
        false);
  }
}
