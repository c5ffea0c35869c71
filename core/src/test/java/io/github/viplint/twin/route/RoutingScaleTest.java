package io.github.viplint.twin.route;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv4.IPv4Address;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Route;
import io.github.viplint.twin.kernel.Fib;
import io.github.viplint.twin.kernel.KernelState;
import io.github.viplint.twin.table.Flow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A lookup takes no longer with a hundred thousand rules and routes than with a few. */
class RoutingScaleTest {
  private static final int RULES = 100_000;
  private static final int ROUTES = 200_000;
  private static final int LOOKUPS = 20_000;

  /** Far more than it takes, far less than a walk over all rules or routes would. */
  private static final Duration MOST = Duration.ofSeconds(10);

  private static final Capture CAPTURE =
      Capture.whole(new Source("test", "", StandardCharsets.UTF_8, "", Mask.NONE))
          .kind(CaptureKind.IP_ROUTE)
          .build();

  @Test
  void manyRulesAndRoutes() {
    Random random = new Random(7);
    List<PolicyRule> rules = new ArrayList<>();
    for (int i = 0; i < RULES; i++) {
      rules.add(rule(i, Optional.of(new Cidr(new IPv4Address(0x0b000000 + i), 32)), "200"));
    }
    rules.add(rule(RULES, Optional.empty(), "main"));
    List<Route> main = new ArrayList<>();
    for (int i = 0; i < ROUTES; i++) {
      main.add(route(new Cidr(new IPv4Address(0x0a000000 + (i << 6)), 26)));
    }
    List<Route> other = List.of(route(new Cidr(new IPv4Address(0), 0)));
    KernelState kernel =
        new KernelState(
            List.of(),
            false,
            new Fib(Optional.of(rules), Map.of("main", main, "200", other), true),
            Fib.unknown(),
            Map.of(),
            Map.of());
    Routing routing = new Routing(kernel);

    Instant start = Instant.now();
    int byMain = 0;
    for (int i = 0; i < LOOKUPS; i++) {
      IPAddress destination =
          i % 2 == 0
              ? new IPv4Address(0x0a000000 + random.nextInt(ROUTES << 6))
              : new IPv4Address(0x0b000000 + random.nextInt(RULES));
      Answer answer = routing.lookup(Flow.to(destination));
      byMain += answer.table().equals(Optional.of("main")) ? 1 : 0;
    }
    Duration took = Duration.between(start, Instant.now());

    assertThat(byMain).isEqualTo(LOOKUPS / 2);
    assertThat(took).isLessThan(MOST);
    Answer last = routing.lookup(Flow.to(new IPv4Address(0x0a000001)));
    assertThat(last.trace()).hasSize(RULES + 1);
    assertThat(last.trace().get(RULES / 2).outcome()).startsWith("does not fit: 11.0.195.80");
  }

  private static PolicyRule rule(int priority, Optional<Cidr> to, String table) {
    return new PolicyRule(
        CAPTURE.all(),
        priority,
        false,
        Optional.empty(),
        to,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new PolicyRule.Lookup(table, Optional.empty(), Optional.empty()),
        false);
  }

  private static Route route(Cidr destination) {
    return new Route(
        CAPTURE.all(),
        Route.Type.UNICAST,
        destination,
        "main",
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(new Route.NextHop(Optional.empty(), Optional.of("eth0"), Set.of())),
        false);
  }
}
