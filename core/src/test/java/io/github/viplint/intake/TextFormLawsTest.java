package io.github.viplint.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.config.RgxGenOption;
import com.github.curiousoddman.rgxgen.config.RgxGenProperties;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The quick looks that are taken at a line before its patterns are tried change no answer: by its
 * first characters, by a piece of it, by its last character.
 */
class TextFormLawsTest {
  /** At least one for each form with a piece, and such as begin or end alike. */
  private static final List<String> LINES =
      List.of(
          "rc=0",
          "[exit rc2=17]",
          "/usr/bin/x.sh: line 12: haproxy: command not found",
          "ECDSA key fingerprint is SHA256:x.",
          "root@10.0.0.1's password: ",
          "(root@lb01) Password for root:",
          " 10:20:30 up 3 days, load average: 0.1",
          "The authenticity of host 'lb01' can't be established.",
          "-bash: cd: /x: No such file or directory",
          "haproxy: command not found",
          "System has not been booted with systemd as init system",
          "lines 1-20/20 (END)",
          "...",
          "haproxy:~ # ip rule",
          "PS C:\\Users\\me> kubectl get pods",
          "C:\\temp>dir",
          "Command> shell",
          "bash-5.1# ip a",
          "--- IP ROUTES ---",
          "--- ip rule show",
          "==> /etc/haproxy/haproxy.cfg <==",
          "**haproxy.cfg:**",
          "### ip rule show",
          "##### route-tables #####",
          "  ==========",
          "eth0      Link encap:Ethernet  HWaddr 00:50:56:00:00:01",
          "eth0: flags=4163<UP,BROADCAST>  mtu 1500",
          "sshd 700 root 3u IPv4 12345 0t0 TCP *:22 (LISTEN)",
          "10.0.0.1 via 10.2.0.1 dev eth1 src 10.2.0.5 uid 0",
          "10.0.0.1 from 10.2.0.5 via 10.2.0.1 dev eth1",
          "local 10.2.0.5 dev lo table local src 10.2.0.5 uid 1000",
          "10.9.8.0/24 via 10.1.0.2 dev eth0 metric 100",
          "anyip-routes.service: Failed with result 'exit-code'.",
          "Mar 01 10:00:01 haproxy systemd[1]: Started haproxy.service.",
          "32765:\tfrom 10.2.0.5/24 lookup rtctl_workload",
          "2: eth0: <BROADCAST,MULTICAST,UP> mtu 1500",
          "    inet 10.2.0.5/24 brd 10.2.0.255 scope global eth0",
          "10.2.0.64/28",
          "2,workload,00:50:56:00:00:02,10.2.0.5/24,10.2.0.1",
          "frontend web",
          "  bind 10.2.0.65:443",
          "",
          "\u25cf haproxy.service - HAProxy Load Balancer");

  /** One of them with some characters taken out, put in or doubled. */
  @Provide
  Arbitrary<String> lines() {
    Arbitrary<String> put =
        Arbitraries.oneOf(
            Arbitraries.just(""),
            Arbitraries.of(
                " ", "    ", ":", ".", "0", "a", "=", "#", ">", "/", "\t", "*", "-", "\u2026"),
            Arbitraries.of(LINES));
    return Combinators.combine(
            Arbitraries.of(LINES),
            Arbitraries.integers().between(0, 80),
            Arbitraries.integers().between(0, 8),
            put)
        .as(
            (line, at, length, text) -> {
              int from = Math.min(at, line.length());
              int to = Math.min(from + length, line.length());
              return line.substring(0, from) + text + line.substring(to);
            });
  }

  @Example
  void allLinesThemselves() {
    LINES.forEach(this::noQuickLookChangesAnAnswer);
  }

  @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
  void noQuickLookChangesAnAnswer(@ForAll("lines") String line) {
    assertThat(Noise.of(line)).isEqualTo(line.length() > 400 ? Optional.empty() : noise(line));
    assertThat(Verdict.of(line))
        .isEqualTo(verdict(line.substring(0, Math.min(400, line.length()))));
    for (TextForm form : Prompt.QUICK) {
      Matcher slow = form.pattern().matcher(line);
      assertThat(form.beginning(line).map(Matcher::end))
          .isEqualTo(slow.lookingAt() ? Optional.of(slow.end()) : Optional.empty());
    }
    for (TextForm form : Heading.QUICK) {
      assertThat(form.fits(line)).isEqualTo(matches(form, line));
    }
    if (!line.isEmpty()) {
      Heading.NAMES.stream()
          .filter(form -> matches(form, line))
          .forEach(form -> assertThat(Heading.mayName(line)).isTrue());
      assertThat(Heading.mayBeRule(line) || !matches(Heading.RULE, line)).isTrue();
    }
  }

  /** Of each form, texts that are made after its pattern. */
  @Example
  void noQuickLookChangesTheAnswerForATextOfAForm() {
    Random random = new Random(1);
    RgxGenProperties few = new RgxGenProperties();
    RgxGenOption.INFINITE_PATTERN_REPETITION.setInProperties(few, 5);
    Stream.of(
            LineForm.all().stream().map(LineForm::form),
            Noise.all().stream().map(Noise.Form::form),
            Prompt.QUICK.stream(),
            Heading.QUICK.stream())
        .flatMap(forms -> forms)
        .forEach(
            form -> {
              RgxGen maker = RgxGen.parse(few, form.pattern().pattern());
              List<String> texts =
                  Stream.generate(() -> maker.generate(random))
                      .limit(100)
                      .filter(text -> matches(form, text))
                      .toList();
              assertThat(texts).as("texts of %s", form.pattern()).isNotEmpty();
              texts.forEach(
                  text -> {
                    assertThat(form.fits(text)).as("%s: %s", form.pattern(), text).isTrue();
                    noQuickLookChangesAnAnswer(text);
                  });
            });
  }

  private static boolean matches(TextForm form, String line) {
    return form.pattern().matcher(line).matches();
  }

  private static Optional<Noise> noise(String line) {
    return Arrays.stream(Noise.values())
        .filter(noise -> noise.forms().stream().anyMatch(form -> matches(form, line)))
        .findFirst();
  }

  private static Optional<Verdict> verdict(String line) {
    return Stream.concat(LogForms.ALL.stream(), StateForms.ALL.stream())
        .filter(one -> matches(one.form(), line))
        .findFirst()
        .map(LineForm::verdict)
        .filter(verdict -> !verdict.kinds().isEmpty());
  }

  /** Texts are told by two characters: some that do not match are not told from those that do. */
  @Example
  void aPatternTellsHowItsTextsBegin() {
    assertThat(possible("Kernel IP .*", "Ker", "Ke", "k", "KE", "e", "\u00e4"))
        .containsExactly("Ker", "Ke");
    assertThat(possible("\\[ALERT\\]\\s.*", "[", "[A", "A", "[[")).containsExactly("[A");
    assertThat(possible("a+b", "a", "aa", "ab", "b", "ac")).containsExactly("aa", "ab");
    assertThat(possible("\\*?a", "*", "*a", "a", "**")).containsExactly("*", "*a", "a");
    assertThat(possible("abc|xyz", "a", "xy", "y")).containsExactly("xy");
    assertThat(possible("\\d*:", "7", "77", "7:", ":", "a")).containsExactly("7", "77", "7:", ":");
    assertThat(possible("(?i)abc", "A", "aB", "b")).containsExactly("aB");
    assertThat(possible("x", "x", "xx")).containsExactly("x");
  }

  /** What stands behind ASCII counts as one character, behind which anything may stand. */
  @Example
  void otherCharactersAreOne() {
    assertThat(possible("\u25cf \\S.*", "\u25cf", "\u25cf ", "\u25cb", "\u25cf\u25cf", "*"))
        .containsExactly("\u25cf", "\u25cf ", "\u25cb", "\u25cf\u25cf");
    assertThat(possible("[a-z]\u25cf", "a", "a\u25cf", "a\u25cb", "ab"))
        .containsExactly("a\u25cf", "a\u25cb");
  }

  /** Of an indented text the characters behind the spaces count. */
  @Example
  void spacesInFrontAreOne() {
    assertThat(possible(" *ab", " a", "   ab", " b", "  aa", "ab", " ", "\tab"))
        .containsExactly("   ab", "ab");
    assertThat(possible("\\s{0,3}\\d+", " 7", "    7", " a")).containsExactly(" 7", "    7");
    assertThat(possible("\\s{4,}x", "x", " x", "    x")).containsExactly(" x", "    x");
    assertThat(possible("x", " x", "x")).containsExactly("x");
  }

  private static List<String> possible(String pattern, String... texts) {
    List<TextForm> forms = List.of(TextForm.like("never"), TextForm.like(pattern));
    ByOpening<TextForm> sorted =
        ByOpening.of(forms, new ByteArrayInputStream(OpeningCompiler.of(forms)));
    return Arrays.stream(texts)
        .filter(text -> sorted.startingLike(text).contains(forms.get(1)))
        .toList();
  }

  @Example
  void aTextMayEndEarly() {
    assertThat(possible("x", "", "x", " ")).containsExactly("x");
    assertThat(possible("\\s*", "", " ", "   ", "x")).containsExactly("", " ", "   ");
    assertThat(possible("ab?", "", "a", "ab", " a")).containsExactly("a", "ab");
    assertThat(possible("ab+", "a", "ab")).containsExactly("ab");
  }
}
