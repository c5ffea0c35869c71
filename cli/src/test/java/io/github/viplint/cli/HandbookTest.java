package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.viplint.Viplint;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.OptionSpec;

/** Shell completion as bash and zsh run it, and man pages as groff reads them. */
class HandbookTest {
  private static final Commands COMMANDS = commands();

  @TempDir Path folder;

  private static Commands commands() {
    PrintWriter nobody = new PrintWriter(Writer.nullWriter());
    return new Commands(
        new Session(
            InputStream.nullInputStream(), nobody, nobody, Terminal.NONE, Viplint::standard));
  }

  static List<String> names() {
    return COMMANDS.names();
  }

  /** What bash offers for the last word, which ends at the cursor. */
  @ParameterizedTest
  @CsvSource({
    "viplint f, fix",
    "viplint ch, check",
    "viplint --for, --format",
    "viplint --format s, sarif",
    "viplint check --form, --format",
    "viplint check --format g, gitlab github",
    "viplint check --fail-on n, never",
    "viplint fix --wr, --write --write-baseline",
    "viplint route --o, --on --oif",
    "viplint collect s, supervisor",
    "viplint rules --format sc, schema"
  })
  void bashCompletes(String line, String offers) throws IOException, InterruptedException {
    String told =
        run(
            "bash",
            "-c",
            """
            compopt() { :; } # only bash itself may call the real one
            . "$1"
            COMP_WORDS=($2) COMP_LINE=$2 COMP_POINT=${#2}
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            set -- $(complete -p viplint)
            while [ "$1" != -F ]; do shift; done
            "$2"
            echo "${COMPREPLY[*]}"
            """,
            "bash",
            script(),
            line);
    assertThat(told.strip().split("\\s+")).containsExactlyInAnyOrder(offers.split(" "));
  }

  /** A real zsh at a terminal of its own, with Tab and Enter pressed behind each line. */
  @ParameterizedTest
  @CsvSource({
    "viplint coll, collect",
    "viplint check --format sar, check --format sarif",
    "viplint fix --wri, fix --write",
    "viplint collect sup, collect supervisor",
    "viplint rules --format sch, rules --format schema"
  })
  void zshCompletes(String line, String runs) throws IOException, InterruptedException {
    String told =
        run(
            "zsh",
            "-f",
            "-c",
            """
            zmodload zsh/zpty
            typeset seen=
            until_seen() {
              local part
              repeat 300; do
                zpty -r -t shell part && seen+=$part
                [[ $seen == *$1* ]] && return
                sleep 0.05
              done
              print -r -- "$seen"
              exit 1
            }
            zpty shell zsh -f -i
            zpty -w shell "autoload -U compinit && compinit -D -u; autoload -U bashcompinit && bashcompinit"
            zpty -w shell ". '$1'; viplint() { print -r -- 'ran:' \"$\"@ 'do''ne'; }; echo rea''dy"
            until_seen ready
            zpty -w -n shell "$2"$'\t\n'
            until_seen done
            print -r -- "$seen"
            """,
            "zsh",
            script(),
            line);
    assertThat(told).contains("ran: " + runs + " done\r");
  }

  @ParameterizedTest
  @MethodSource("names")
  void thePageOfACommandNamesAllOptions(String name) {
    String page = new Handbook(COMMANDS).page(name).replace("\\-", "-");
    assertThat(page).contains(".SH \"NAME\"\nviplint-" + name + " - ");
    for (OptionSpec option : COMMANDS.get(name).getCommandSpec().options()) {
      assertThat(page).contains(".B \"" + String.join(", ", option.names()));
    }
  }

  @Test
  void thePageOfTheProgramNamesAllCommands() {
    assertThat(new Handbook(COMMANDS).page())
        .contains(names().stream().map(name -> ".B \"" + name + "\"\n").toList());
  }

  @Test
  void whatIsSaidIsNoRequest() {
    Roff roff = new Roff();
    roff.line(".so /etc/passwd");
    roff.line("'\\n[.g] \\");
    roff.item("a \"b\"", "-");
    assertThat(roff)
        .hasToString("\\&.so /etc/passwd\n\\&'\\en[.g] \\e\n.TP\n.B \"a \\(dqb\\(dq\"\n\\-\n");
  }

  @Test
  void groffHasNothingToSayAboutThePages() throws IOException, InterruptedException {
    Handbook.main(new String[] {folder.toString()});
    List<Path> pages;
    try (Stream<Path> files = Files.list(folder.resolve("man/man1"))) {
      pages = files.sorted().toList();
    }
    assertThat(pages).hasSize(names().size() + 1);
    for (Path page : pages) {
      assertThat(run("groff", "-man", "-ww", "-z", page.toString())).as(page.toString()).isEmpty();
    }
    // the first is that of `boot`
    assertThat(run("groff", "-man", "-Tascii", "-P-cbou", pages.get(0).toString()))
        .contains("viplint boot [OPTIONS] PATH...", "--format=FORMAT");
  }

  private static String run(String... command) throws IOException, InterruptedException {
    boolean there =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(path -> Files.isExecutable(Path.of(path, command[0])));
    assumeTrue(there || "true".equals(System.getenv("VIPLINT_CI")), "there is no " + command[0]);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(told).isZero();
    return told;
  }

  /** The file with the completion. */
  private String script() throws IOException {
    return Files.writeString(folder.resolve("viplint"), new Handbook(COMMANDS).completion())
        .toString();
  }
}
