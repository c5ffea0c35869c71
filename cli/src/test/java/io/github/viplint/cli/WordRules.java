package io.github.viplint.cli;

import io.github.viplint.Viplint;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.RulePack;
import io.github.viplint.lint.Severity;
import io.github.viplint.log.Signature;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rules for tests: each finds its severity's name in an anyip-routes.cfg; the comment {@code #
 * error} is an error, {@code # crash} breaks a rule.
 */
final class WordRules implements RulePack {

  static Viplint library(Options options) {
    return new Viplint(List.of(new WordRules()), options);
  }

  @Override
  public String prefix() {
    return "TT";
  }

  @Override
  public List<Rule> rules() {
    return Stream.concat(
            Arrays.stream(Severity.values()).map(severity -> new Word(severity.id(), severity)),
            Stream.of(new Word("crash", Severity.ERROR)))
        .map(Rule.class::cast)
        .toList();
  }

  @Override
  public List<Signature> signatures() {
    return List.of();
  }

  private record Word(String word, Severity severity) implements Rule {
    @Override
    public RuleInfo info() {
      int number = word.equals("crash") ? 104 : 101 + severity.ordinal();
      return new RuleInfo(
          "TT" + number,
          "word-" + word,
          List.of("old-" + word),
          severity,
          "0.1",
          "the word " + word + " is there");
    }

    @Override
    public Needs needs() {
      return Needs.of(Role.APPLIANCE).all(CaptureKind.ANYIP_ROUTES);
    }

    @Override
    public String page() {
      return "# " + info() + "\n\nFinds the word " + word + ".\n";
    }

    @Override
    public void check(LabView lab, Findings findings) {
      lab.hosts(needs())
          .forEach(
              host ->
                  host.state()
                      .readings(CaptureKind.ANYIP_ROUTES)
                      .forEach(
                          reading -> {
                            String text = reading.capture().text();
                            int at = text.indexOf("# " + word);
                            if (at >= 0 && word.equals("crash")) {
                              throw new IllegalStateException("secret of a capture: " + text);
                            }
                            if (at >= 0) {
                              findings
                                  .at(
                                      host,
                                      reading.capture().span(at, at + 2 + word.length()),
                                      "found the word " + word)
                                  .report();
                            }
                          }));
    }
  }
}
