package io.github.viplint.read.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.model.Interfaces;
import io.github.viplint.model.IpRules;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Reading;
import io.github.viplint.model.Route;
import io.github.viplint.model.Routes;
import io.github.viplint.read.Pasted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What real machines printed. Skipped where the corpus is not there. */
class IpCorpusTest {
  private static final Path CORPUS = Path.of("..", "..", "shared", "corpus");
  private static final Path SAMPLES = CORPUS.resolve("samples");

  private final IpRuleReader rules = new IpRuleReader();
  private final IpRouteReader routes = new IpRouteReader();
  private final IpAddrReader addresses = new IpAddrReader();

  @BeforeEach
  void thereIsACorpus() {
    assumeTrue(Files.isDirectory(CORPUS), "no " + CORPUS);
  }

  @Test
  void whatTheKernelsOfTheOraclePrintedIsUnderstood() throws IOException {
    List<Path> cases;
    try (Stream<Path> files = Files.list(CORPUS.resolve("kernel-oracle"))) {
      cases =
          files.filter(file -> file.getFileName().toString().startsWith("case-")).sorted().toList();
    }
    assertThat(cases).isNotEmpty();
    for (Path oracle : cases) {
      String text = Files.readString(oracle);
      IpRules rule =
          Printed.only(
              IpRules.class, rules.read(printed(CaptureKind.IP_RULE, "ip rule show", text)));
      assertThat(rule.rules())
          .as("%s", oracle)
          .hasSizeGreaterThan(2)
          .noneMatch(PolicyRule::unknown);
      Routes route =
          Printed.only(
              Routes.class,
              routes.read(printed(CaptureKind.IP_ROUTE, "ip route show table all", text)));
      assertThat(route.routes()).as("%s", oracle).hasSizeGreaterThan(2).noneMatch(Route::unknown);
      Interfaces interfaces =
          Printed.only(
              Interfaces.class,
              addresses.read(printed(CaptureKind.IP_ADDR, "ip -4 addr show", text)));
      assertThat(interfaces.interfaces()).as("%s", oracle).hasSizeGreaterThan(2);
    }
  }

  private static Capture printed(CaptureKind kind, String command, String oracle) {
    return Printed.by(kind, command, section("### " + command, "### ", oracle));
  }

  @Test
  void rareRules() {
    String sample = sample("lab-rules-forms.txt");
    IpRules all =
        Printed.only(
            IpRules.class,
            rules.read(
                Pasted.paste(CaptureKind.IP_RULE, section("## rare rule forms", "## ", sample))));

    assertThat(all.rules()).hasSize(24);
    assertThat(all.rules())
        .filteredOn(PolicyRule::unknown)
        .extracting(PolicyRule::priority)
        .containsExactly(115L, 1000L);
    IpRules detailed =
        Printed.only(
            IpRules.class,
            rules.read(Pasted.paste(CaptureKind.IP_RULE, section("## -d", "## ", sample))));
    assertThat(detailed.rules())
        .extracting(PolicyRule::shown)
        .isEqualTo(all.rules().subList(0, 5).stream().map(PolicyRule::shown).toList());
  }

  @Test
  void rareRoutes() {
    String sample = sample("kernel-6.18-route-get-and-rare-routes.txt");
    Routes all =
        Printed.only(
            Routes.class,
            routes.read(
                Printed.by(
                    CaptureKind.IP_ROUTE,
                    "ip route show table all",
                    section("$ ip route show table all", "$ ", sample))));

    assertThat(all.routes()).hasSize(21).noneMatch(Route::unknown);
    assertThat(all.routes()).filteredOn(route -> route.nextHops().size() == 2).hasSize(1);
    for (String command : List.of("ip -d route", "ip -o route")) {
      Reading reading =
          routes.read(
              Printed.by(CaptureKind.IP_ROUTE, command, section("$ " + command, "$ ", sample)));
      assertThat(Printed.only(Routes.class, reading).routes()).hasSize(1).noneMatch(Route::unknown);
    }
    Interfaces brief =
        Printed.only(
            Interfaces.class,
            addresses.read(
                Printed.by(
                    CaptureKind.IP_ADDR, "ip -br addr", section("$ ip -br addr", "$ ", sample))));
    assertThat(brief.interfaces()).hasSize(5);
    Interfaces oneLine =
        Printed.only(
            Interfaces.class,
            addresses.read(
                Printed.by(
                    CaptureKind.IP_ADDR, "ip -o addr", section("$ ip -o addr", "$ ", sample))));
    assertThat(oneLine.interfaces()).hasSize(4);
  }

  @Test
  void oldIproute2() {
    String folder = "ip-and-systemd/parsers__test_ip__";
    Routes first =
        Printed.only(
            Routes.class,
            routes.read(
                Pasted.paste(
                    CaptureKind.IP_ROUTE, sample(folder + "IP_ROUTE_SHOW_TABLE_ALL_TEST.txt"))));
    assertThat(first.table()).isEmpty();
    assertThat(first.routes()).hasSize(14).noneMatch(Route::unknown);
    Routes second =
        Printed.only(
            Routes.class,
            routes.read(
                Pasted.paste(
                    CaptureKind.IP_ROUTE, sample(folder + "IP_ROUTE_SHOW_TABLE_ALL_TEST_2.txt"))));
    assertThat(second.routes()).noneMatch(Route::unknown);
    assertThat(second.routes())
        .filteredOn(Route::isDefault)
        .extracting(route -> route.destination().toString())
        .containsExactly("0.0.0.0/0", "::/0", "::/0", "::/0");

    Reading interfaces =
        addresses.read(Pasted.paste(CaptureKind.IP_ADDR, sample(folder + "IP_ADDR_TEST.txt")));
    assertThat(Printed.problems(interfaces))
        .hasSize(3)
        .allMatch(problem -> problem.matches("[123]: .*"));
    assertThat(((Interfaces) interfaces.facts().get(0)).interfaces()).hasSize(6);
  }

  @Test
  void whatIsNoListingIsAProblem() {
    String bad = sample("ip-and-systemd/parsers__test_ip__IP_ROUTE_SHOW_TABLE_ALL_TEST_BAD.txt");
    assertThat(routes.read(Pasted.paste(CaptureKind.IP_ROUTE, bad)).coverage())
        .isEqualTo(new Coverage(3, 1, 0, 2));
  }

  private static String sample(String name) {
    try {
      return Files.readString(SAMPLES.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines between {@code heading} and the next line that begins with {@code mark}. */
  private static String section(String heading, String mark, String text) {
    int start = text.indexOf(heading + "\n") + heading.length() + 1;
    assertThat(start).isGreaterThan(heading.length());
    int end = text.indexOf("\n" + mark, start - 1);
    return end < 0 ? text.substring(start) : text.substring(start, end + 1);
  }
}
