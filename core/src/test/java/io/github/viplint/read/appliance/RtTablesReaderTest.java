package io.github.viplint.read.appliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.model.Reading;
import io.github.viplint.model.RtTables;
import io.github.viplint.model.RtTables.Entry;
import io.github.viplint.read.Pasted;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RtTablesReaderTest {

  @Test
  void numbersAndNames() {
    Reading reading =
        read(
            """
            #
            # reserved values
            #
            255\tlocal
            0xfe  main # the usual one
            #1\tinr.ruhep

            2\trtctl_workload
            2\trtctl_workload
            """);
    assertThat(entries(reading))
        .extracting(entry -> entry.id() + " " + entry.name())
        .containsExactly("255 local", "254 main", "2 rtctl_workload", "2 rtctl_workload");
    assertThat(entries(reading).get(2).span().place()).hasToString("test.txt:8:1");
    assertThat(reading.coverage()).isEqualTo(new Coverage(9, 9, 0, 0));
  }

  @Test
  void whatIsNoNumberAndNameIsAProblem() {
    Reading reading = read("two workload\n3\n4294967296 x\n-1 x\n0xzz x\n4 frontend\n");
    assertThat(entries(reading)).extracting(Entry::id).containsExactly(4L);
    assertThat(reading.coverage()).isEqualTo(new Coverage(6, 1, 0, 5));
  }

  @Property
  void anyTextIsRead(@ForAll String text) {
    assertThat(read(text).facts()).hasSize(1);
  }

  private static Reading read(String text) {
    return new RtTablesReader().read(Pasted.file(CaptureKind.RT_TABLES, text));
  }

  private static List<Entry> entries(Reading reading) {
    return ((RtTables) reading.facts().get(0)).entries();
  }
}
