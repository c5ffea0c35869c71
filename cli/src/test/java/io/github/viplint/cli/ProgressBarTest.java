package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private static final long SECOND = 1_000_000_000;

  private final StringWriter err = new StringWriter();
  private long now;
  private final ProgressBar bar = new ProgressBar(new PrintWriter(err), () -> now);

  @Test
  void whatIsReadInASecondShowsNothing() {
    bar.at("wcpsvc.log", 10, 100);
    now = SECOND - 1;
    bar.at("wcpsvc.log", 90, 100);
    bar.at("wcpsvc.log", 100, 100);
    assertThat(err).hasToString("");
  }

  @Test
  void whatTakesLongerShowsHowFarItIsAndLeavesNothingBehind() {
    now = SECOND;
    bar.at("wcpsvc.log", 50, 100);
    bar.at("wcpsvc.log", 51, 100); // too soon to be worth a line
    now += SECOND;
    bar.at("-", 3 << 20, -1);
    bar.at("-", 4 << 20, 4 << 20);
    assertThat(err)
        .hasToString(
            "\r\u001B[Kreading wcpsvc.log  [###############               ] 50 %"
                + "\r\u001B[Kreading -  3 MB"
                + "\r\u001B[K");
  }
}
