package io.github.viplint.read.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.Reading;
import io.github.viplint.model.SystemState;
import io.github.viplint.read.log.LogReading;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SystemStateReaderTest {
  private final SystemStateReader reader = new SystemStateReader();

  @Test
  void aDegradedSystem() {
    Reading reading =
        read(
            """
            ● lb.lab
                State: degraded
                 Jobs: 0 queued
               Failed: 3 units
                Since: Fri 2020-11-20 15:29:01 UTC; 4min ago
               CGroup: /
                       ├─user.slice
                       │ └─1 /sbin/init
                       `-init.scope
            """);

    SystemState state = LogReading.fact(reading, SystemState.class);
    assertThat(state.state()).isEqualTo("degraded");
    assertThat(state.failedUnits()).hasValue(3);
    assertThat(state.span().place().startLine()).isEqualTo(2);
    assertThat(reading.coverage().problems()).isZero();
  }

  @Test
  void systemd252CountsUnitsToo() {
    Reading reading =
        read(
            """
            ● lb
                State: running
                Units: 334 loaded (incl. loaded aliases)
                 Jobs: 0 queued
               Failed: 0 units
                Since: Fri 2024-11-22 15:29:01 UTC; 4min ago
              systemd: 252.6-1
               CGroup: /
            """);

    SystemState state = LogReading.fact(reading, SystemState.class);
    assertThat(state.state()).isEqualTo("running");
    assertThat(state.failedUnits()).hasValue(0);
  }

  @Test
  void otherTextIsAProblem() {
    Reading reading = read("total 12\n");

    assertThat(reading.facts()).isEmpty();
    assertThat(reading.coverage().problems()).isEqualTo(1);
  }

  @Property
  void nothingIsThrown(@ForAll String text) {
    assertThat(read(text).capture().text()).isEqualTo(text);
  }

  private Reading read(String text) {
    return LogReading.read(reader, CaptureKind.SYSTEM_STATE, text);
  }
}
