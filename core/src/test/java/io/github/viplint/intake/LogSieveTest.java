package io.github.viplint.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What stays of a log is what matters, with its line numbers. */
class LogSieveTest {
  private static final String HEAD = "2024-10-01T02:09:28.793Z info wcp [a/b.go:1] ";
  private static final String WANTED = "no route to host";

  private final KeptLines kept = new KeptLines(16 << 20);
  private final LogSieve sieve =
      new LogSieve(
          LogSieveTest::find, start(HEAD), line -> line.startsWith("$ "), line -> false, kept);

  private static RecordStart start(String head) {
    return RecordStart.in(CaptureKind.WCPSVC_LOG, head);
  }

  private static int find(byte[] bytes, int from, int to) {
    byte[] literal = WANTED.getBytes(StandardCharsets.UTF_8);
    for (int i = from; i + literal.length <= to; i++) {
      if (bytes[i] == 'n'
          && java.util.Arrays.equals(bytes, i, i + literal.length, literal, 0, literal.length)) {
        return i;
      }
    }
    return -1;
  }

  private List<String> sieved(String log) throws IOException {
    try (InputStream in =
        new ReadAhead(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)))) {
      sieve.read(in);
    }
    String[] lines = new String(kept.bytes(), StandardCharsets.UTF_8).split("\n");
    int[] numbers = kept.numbers();
    return IntStream.range(0, numbers.length).mapToObj(i -> numbers[i] + " " + lines[i]).toList();
  }

  @Example
  void wholeRecordsWithWhatIsWantedAreKeptAndTheFirstAndTheLast() throws IOException {
    assertThat(
            sieved(
                HEAD
                    + "first\n"
                    + HEAD
                    + "nothing\n"
                    + HEAD
                    + "fault:\n"
                    + "  caused by\n"
                    + "  no route to host\n"
                    + "  at a.go:1\n"
                    + HEAD
                    + "nothing\n"
                    + HEAD
                    + "dial: no route to host\n"
                    + HEAD
                    + "nothing\n"
                    + HEAD
                    + "last\n"))
        .containsExactly(
            "1 " + HEAD + "first",
            "3 " + HEAD + "fault:",
            "4   caused by",
            "5   no route to host",
            "6   at a.go:1",
            "8 " + HEAD + "dial: no route to host",
            "10 " + HEAD + "last");
    assertThat(sieve.lines()).isEqualTo(10);
  }

  @Example
  void aLastLineWithoutNewlineCounts() throws IOException {
    assertThat(sieved(HEAD + "a\n" + HEAD + "b\n" + HEAD + "c"))
        .containsExactly("1 " + HEAD + "a", "3 " + HEAD + "c");
    assertThat(sieve.lines()).isEqualTo(3);
  }

  @Example
  void aLineOfMegabytesIsLeftOutAndSaid() throws IOException {
    String longLine = HEAD + "x".repeat(5 << 20) + WANTED + "\n";
    assertThat(sieved(HEAD + "a\n" + longLine + HEAD + WANTED + "\n" + HEAD + "b\n"))
        .containsExactly("1 " + HEAD + "a", "3 " + HEAD + WANTED, "4 " + HEAD + "b");
    assertThat(sieve.longLines()).isEqualTo(1);
  }

  @Example
  void moreThanMayBeKeptIsCountedAndSaid() throws IOException {
    KeptLines few = new KeptLines(200);
    LogSieve full =
        new LogSieve(LogSieveTest::find, start(HEAD), line -> false, line -> false, few);
    String line = HEAD + WANTED + "\n";
    try (InputStream in =
        new ByteArrayInputStream(line.repeat(9).getBytes(StandardCharsets.UTF_8))) {
      full.read(in);
    }
    assertThat(few.numbers()).containsExactly(1, 2, 3);
    assertThat(few.firstUnkept()).isEqualTo(4);
    assertThat(full.lines()).isEqualTo(9);
  }

  /** Logs larger than the buffer, so that records and lines lie across its edges. */
  @Property(tries = 12)
  void whatIsKeptIsEachRecordThatIsWanted(@ForAll Random random) throws IOException {
    LogSieveTest fresh = new LogSieveTest();
    StringBuilder log = new StringBuilder();
    List<String> expected = new ArrayList<>();
    List<String> record = new ArrayList<>();
    boolean first = true;
    int number = 0;
    while (log.length() < 6 << 20) {
      record.clear();
      boolean wanted = first;
      int lines = random.nextInt(5) == 0 ? 1 + random.nextInt(40) : 1;
      for (int i = 0; i < lines; i++) {
        boolean here = random.nextInt(3000) == 0;
        wanted |= here;
        String line =
            (i == 0 ? HEAD : "\t") + "y".repeat(random.nextInt(900)) + (here ? WANTED + "z" : "");
        record.add(++number + " " + line);
        log.append(line).append('\n');
      }
      if (wanted || log.length() >= 6 << 20) {
        expected.addAll(record);
      }
      first = false;
    }
    assertThat(fresh.sieved(log.toString()).equals(expected)).isTrue(); // megabytes to print
    assertThat(fresh.sieve.lines()).isEqualTo(number);
  }
}
