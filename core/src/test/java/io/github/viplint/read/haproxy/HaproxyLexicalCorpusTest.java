package io.github.viplint.read.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.SyntaxFault;
import io.github.viplint.model.haproxy.SyntaxFault.Kind;
import io.github.viplint.read.Pasted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Probes of how haproxy takes lines apart, and what three of its releases made of them. */
class HaproxyLexicalCorpusTest {
  private static final Path CORPUS = Path.of("..", "..", "shared", "corpus", "haproxy", "lexical");

  private static final HaproxyVersion OLD = new HaproxyVersion(2, 2);
  private static final List<HaproxyVersion> COLUMNS =
      List.of(OLD, new HaproxyVersion(2, 6), new HaproxyVersion(3, 5));

  /** What haproxy prints for each fault that stops it. */
  private static final Map<String, Kind> MESSAGES = messages();

  private static Map<String, Kind> messages() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    kinds.put("unmatched quote", Kind.UNMATCHED_QUOTE);
    kinds.put("unmatched brace", Kind.UNMATCHED_BRACE);
    kinds.put("forbidden first char", Kind.BAD_VARIABLE_NAME);
    kinds.put("hexadecimal sequence", Kind.BAD_HEX);
    kinds.put("word expansion sequence", Kind.BAD_EXPANSION);
    kinds.put("too many words", Kind.TOO_MANY_WORDS);
    kinds.put("Stray NUL", Kind.STRAY_NUL);
    kinds.put("Missing LF", Kind.MISSING_LAST_LF);
    kinds.put("empty scope name", Kind.EMPTY_SCOPE);
    kinds.put("in a scope name", Kind.BAD_SCOPE_NAME);
    kinds.put("after scope declaration", Kind.TEXT_BEHIND_SCOPE);
    kinds.put("non-terminated '.if'", Kind.OPEN_IF);
    kinds.put("with no matching '.if'", Kind.LONE_BRANCH);
    kinds.put("' after '.else'", Kind.BRANCH_BEHIND_ELSE);
    kinds.put("conditional expression", Kind.BAD_CONDITION);
    kinds.put("too many nested", Kind.NESTED_TOO_DEEP);
    kinds.put("Unexpected argument", Kind.UNEXPECTED_ARGUMENT);
    kinds.put("unknown directive", Kind.UNKNOWN_MACRO);
    return kinds;
  }

  private static final Pattern ALERT = Pattern.compile("ALERT: [Pp]arsing \\[F:(\\d+)\\] ?: ?(.*)");

  @BeforeEach
  void corpus() {
    assumeTrue(Files.isDirectory(CORPUS), "no ../shared/corpus/haproxy/lexical");
  }

  @Test
  void faultsStandWhereTheReleasesOfHaproxyFindThem() throws IOException {
    int faults = 0;
    List<String> rows = rows("structure.tsv");
    assertThat(rows).hasSizeGreaterThan(150);
    for (String row : rows) {
      String[] fields = row.split("\t", -1);
      for (int i = 0; i < COLUMNS.size(); i++) {
        HaproxyVersion version = COLUMNS.get(i);
        var expected = expected(fields[i + 1]);
        assertThat(faults(cfg("struct-" + fields[0]), version))
            .as(fields[0] + " by " + version)
            .isEqualTo(expected);
        faults += expected.size();
      }
    }
    assertThat(faults).isGreaterThan(30);
  }

  @Test
  void wordsHaveTheValueThatHaproxyPrints() throws IOException {
    int compared = 0;
    for (String row : rows("tokens.tsv")) {
      String[] fields = row.split("\t", -1);
      // Haproxy's own mistake: there is no place yet to put a default in.
      if (fields[0].startsWith("QUIRK")) {
        continue;
      }
      HaproxyCfg cfg = cfg("tok-" + fields[0]);
      Optional<Kind> stumbles = kind(fields[2]);
      if (stumbles.isPresent() && stumbles.get() != Kind.UNEXPECTED_ARGUMENT) {
        assertThat(cfg.at(COLUMNS.get(1)).faults())
            .as(fields[0])
            .extracting(SyntaxFault::kind)
            .containsExactly(stumbles.get());
        compared++;
        continue;
      }
      Directive line = cfg.at(OLD).sections().get(0).directives().get(0);
      boolean known = !line.expands();
      for (int i = 1; i < line.size(); i++) {
        known &= !line.holdsVariable(i);
      }
      if (known) {
        assertThat(printed(line)).as(fields[0]).isEqualTo(fields[2].replace("\r", ""));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(50);
  }

  /** What {@code .notice} makes of the words. */
  private static String printed(Directive line) {
    return line.size() > 2
        ? "Unexpected argument '"
            + line.word(2)
            + "' for '.notice'. Use quotes if the message should contain spaces."
        : "'"
            + line.word(1).replace("\n", " ⏎ ").replace("\t", "<TAB>").replace("\r", "").strip()
            + "'.";
  }

  private static TreeSet<String> faults(HaproxyCfg cfg, HaproxyVersion version) {
    return cfg.at(version).faults().stream()
        .filter(fault -> fault.refusedBy(version) && fault.kind() != Kind.ALERT)
        .map(fault -> at(fault.kind(), String.valueOf(fault.span().place().startLine())))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Haproxy names the end of the file for a block that is open there. */
  private static String at(Kind kind, String line) {
    return switch (kind) {
      case OPEN_IF -> "OPEN_IF at the end";
      case VARIABLE_FORM_OF_2_4 -> "UNMATCHED_BRACE in line " + line;
      default -> kind + " in line " + line;
    };
  }

  private static TreeSet<String> expected(String printed) {
    TreeSet<String> faults = new TreeSet<>();
    for (String message : printed.split(" ¦ ")) {
      Matcher alert = ALERT.matcher(message);
      if (alert.find()) {
        kind(alert.group(2)).map(kind -> at(kind, alert.group(1))).ifPresent(faults::add);
      }
    }
    return faults;
  }

  private static Optional<Kind> kind(String message) {
    return MESSAGES.entrySet().stream()
        .filter(entry -> message.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static HaproxyCfg cfg(String name) throws IOException {
    String text =
        new String(Files.readAllBytes(CORPUS.resolve(name + ".cfg")), StandardCharsets.UTF_8);
    return (HaproxyCfg)
        new HaproxyCfgReader().read(Pasted.file(CaptureKind.HAPROXY_CFG, text)).facts().get(0);
  }

  private static List<String> rows(String table) throws IOException {
    String text = Files.readString(CORPUS.resolve(table));
    return Stream.of(text.split("\n")).skip(1).toList();
  }
}
