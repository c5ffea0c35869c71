package io.github.viplint.read.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.model.Reading;
import io.github.viplint.model.Route;
import io.github.viplint.model.Routes;
import io.github.viplint.read.Pasted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteNReaderTest {
  private static final String HEAD =
      """
      Kernel IP routing table
      Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
      """;

  private final RouteNReader reader = new RouteNReader();

  @Test
  void tableMain() {
    Routes routes =
        read(
            HEAD
                + """
                0.0.0.0         172.20.0.1      0.0.0.0         UG    0      0        0 eth0
                172.20.16.0     0.0.0.0         255.255.255.240 U     100    0        0 eth1
                10.66.0.7       172.20.16.1     255.255.255.255 UGH   0      0        0 eth1
                10.77.0.0       -               255.255.0.0     !     0      -        0 -
                """);

    assertThat(routes.table()).contains("main");
    assertThat(routes.routes())
        .extracting(
            Route::type,
            route -> route.destination().toString(),
            route -> route.via().map(Object::toString).orElse(""),
            route -> route.device().orElse(""),
            Route::metric,
            Route::table)
        .containsExactly(
            tuple(Route.Type.UNICAST, "0.0.0.0/0", "172.20.0.1", "eth0", 0L, "main"),
            tuple(Route.Type.UNICAST, "172.20.16.0/28", "", "eth1", 100L, "main"),
            tuple(Route.Type.UNICAST, "10.66.0.7/32", "172.20.16.1", "eth1", 0L, "main"),
            tuple(Route.Type.UNREACHABLE, "10.77.0.0/16", "", "", 0L, "main"));
    assertThat(routes.routes().get(1).span().place().startLine()).isEqualTo(4);
  }

  @Test
  void withoutNamesAndNetstat() {
    Routes routes =
        read(
            """
            Kernel IP routing table
            Destination     Gateway         Genmask         Flags   MSS Window  irtt Iface
            default         172.20.0.1      0.0.0.0         UG     1460 0          0 eth0
            172.20.0.0      *               255.255.255.0   U         0 0          0 eth0
            """);

    assertThat(routes.routes())
        .extracting(route -> route.destination().toString(), Route::metric)
        .containsExactly(tuple("0.0.0.0/0", 0L), tuple("172.20.0.0/24", 0L));
    assertThat(routes.routes().get(1).via()).isEmpty();
  }

  @Test
  void anEmptyTable() {
    assertThat(read(HEAD).routes()).isEmpty();
    assertThat(reader.read(Pasted.paste(CaptureKind.ROUTE_N, "")).facts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.0 0.0.0.0 255.0.255.0 U 0 0 0 eth0  | a netmask that is no prefix",
        "intranet 0.0.0.0 255.255.255.0 U 0 0 0 eth0 | no destination where a route's should stand",
        "10.0.0.0 gw01 255.255.255.0 UG 0 0 0 eth0  | no gateway",
        "10.0.0.0 0.0.0.0 255.255.255.0 U x 0 0 eth0 | no route",
        "10.0.0.0 0.0.0.0 255.255.255.0 ? 0 0 0 eth0 | no route",
        "10.0.0.0 0.0.0.0 255.255.255.0 U 0         | no route",
        "one two three four                         | no route",
      })
  void otherLinesAreProblems(String line, String problem) {
    Reading reading =
        reader.read(
            Pasted.paste(
                CaptureKind.ROUTE_N, line + "\n10.1.0.0 0.0.0.0 255.255.0.0 U 0 0 0 eth0\n"));

    assertThat(Printed.problems(reading)).containsExactly("1: " + problem);
    assertThat(reading.coverage()).isEqualTo(new Coverage(2, 1, 0, 1));
    assertThat(((Routes) reading.facts().get(0)).routes()).hasSize(1);
  }

  private Routes read(String text) {
    return Printed.only(Routes.class, reader.read(Pasted.paste(CaptureKind.ROUTE_N, text)));
  }
}
