package io.github.viplint.read.systemd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.model.Reading;
import io.github.viplint.model.UnitState;
import io.github.viplint.model.Units;
import io.github.viplint.read.log.LogReading;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ListUnitsReaderTest {
  private final ListUnitsReader reader = new ListUnitsReader();

  @Test
  void rowsWithBlankLinesBetween() {
    Reading reading =
        read(
            """
              UNIT                 LOAD   ACTIVE SUB    DESCRIPTION
            ● anyip-routes.service loaded failed failed anyip-routes.service

            ● haproxy.service      loaded failed failed HAProxy Load Balancer
              cron.service         loaded active running

            LOAD   = Reflects whether the unit definition was properly loaded.
            ACTIVE = The high-level unit activation state, i.e. generalization of SUB.
            SUB    = The low-level unit activation state, values depend on unit type.
            2 loaded units listed. Pass --all to see loaded but inactive units, too.
            To show all installed unit files use 'systemctl list-unit-files'.
            """);

    Units units = LogReading.fact(reading, Units.class);
    assertThat(units.listing()).isTrue();
    assertThat(units.units())
        .extracting(UnitState::unit, UnitState::active, UnitState::sub)
        .containsExactly(
            tuple("anyip-routes.service", "failed", Optional.of("failed")),
            tuple("haproxy.service", "failed", Optional.of("failed")),
            tuple("cron.service", "active", Optional.of("running")));
    assertThat(units.units().get(1).span().text()).startsWith("● haproxy.service");
    assertThat(units.units().get(1).span().place().startLine()).isEqualTo(4);
    assertThat(reading.coverage()).isEqualTo(new Coverage(11, 11, 0, 0));
  }

  @Test
  void noFailedUnits() {
    Reading reading = read("  UNIT LOAD ACTIVE SUB DESCRIPTION\n0 loaded units listed.\n");

    assertThat(LogReading.fact(reading, Units.class).units()).isEmpty();
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void whatIsNoRowIsAProblem() {
    Reading reading = read("haproxy.service enabled enabled\nthis is no unit at all\n");

    assertThat(reading.coverage()).isEqualTo(new Coverage(2, 0, 0, 2));
  }

  @Property
  void everyLineIsAccountedFor(@ForAll String text) {
    assertThat(read(text).coverage().problems()).isEqualTo(read(text).problems().size());
  }

  private Reading read(String text) {
    return LogReading.read(reader, CaptureKind.LIST_UNITS, text);
  }
}
