package io.github.viplint.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.viplint.log.Signature.Form;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SignatureSetTest {
  private static final SignatureSet SET =
      new SignatureSet(
          List.of(
              signature(
                  "adding",
                  Form.of("adding", "adding route for (?P<range>\\S+)(?: (?P<rest>.+))?$")),
              signature(
                  "failed",
                  Form.of("failed state", "Unit (?P<unit>\\S+) entered failed state"),
                  Form.of("Failed with", "(?P<unit>\\S+): Failed with"))));

  /** Long texts are looked through in another way. */
  private static final String LONG = "x\n".repeat(10_000);

  @Test
  void theFirstFormThatMatchesCounts() {
    assertThat(found("Unit a.service entered failed state")).containsExactly("failed");
    assertThat(found("a.service: Failed with result")).containsExactly("failed");
    assertThat(found("adding route for 10.0.0.0/8, Unit b.service entered failed state"))
        .containsExactly("adding", "failed");
    assertThat(found("adding routes")).isEmpty();
  }

  /** A record may spell a message otherwise than it was: quoted, escaped. */
  @Test
  void aFormIsLookedForInTheMessageOrInTheWholeRecord() {
    SignatureSet set =
        new SignatureSet(
            List.of(
                signature("message", Form.of("say \"no\"", "say \"no\"")),
                signature("record", Form.withHead("level=error", "level=error .*no")),
                signature("both", Form.withHead("level=fatal", "x"), Form.of("no", "no"))));
    List<SignatureSet.Match> matches =
        set.match("say \"no\"", "level=error msg=\"say \\\"no\\\"\"");
    assertThat(matches.stream().map(match -> match.signature().id()))
        .containsExactly("message", "record", "both");
    assertThat(set.match("level=error is no head", "other").stream().map(m -> m.signature().id()))
        .containsExactly("both");
  }

  /** A literal needs two bytes, which one character may have. */
  @Test
  void aLiteralMayBeOneCharacter() {
    SignatureSet set = new SignatureSet(List.of(signature("arrow", Form.of("\u2192", "\u2192"))));
    assertThat(set.match("a \u2192")).hasSize(1);
    assertThat(set.match("a \u2192 b")).hasSize(1);
    assertThat(set.match("a -> b")).isEmpty();
    assertThatThrownBy(() -> new SignatureSet(List.of(signature("one", Form.of("a", "a")))))
        .hasMessageContaining("two bytes");
  }

  @Test
  void groupsThatTookNoPartAreLeftOut() {
    assertThat(SET.match("adding route for 10.0.0.0/8").get(0).groups())
        .isEqualTo(Map.of("range", "10.0.0.0/8"));
  }

  @Test
  void aScanFindsTheLinesThatHoldALiteral() {
    String text = "a\nadding\nx failed\nstate\nfailed state failed state\nadd";
    assertThat(candidates(text)).containsExactlyInAnyOrder("adding", "failed state failed state");
  }

  @Test
  void aSetWithoutSignaturesWantsNothing() {
    SignatureSet none = new SignatureSet(List.of());
    assertThat(none.scan("adding").within(0, 6)).isFalse();
    assertThat(none.isCandidate("adding")).isFalse();
  }

  @Test
  void idsAreUnique() {
    Signature signature = signature("twice", Form.of("aa", "aa"));
    assertThatThrownBy(() -> new SignatureSet(List.of(signature, signature)))
        .hasMessageContaining("twice");
  }

  @Property
  void aScanAgreesWithLookingAtEachLine(@ForAll("texts") String text) {
    Set<String> expected = new HashSet<>();
    for (String line : text.split("\n", -1)) {
      if (SET.isCandidate(line)) {
        expected.add(line);
      }
    }
    assertThat(candidates(text)).isEqualTo(expected);
    assertThat(candidates(LONG + text)).isEqualTo(expected);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("adding", "failed state", "failed", " state", "\n", "x", "Failed with")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  private static Set<String> candidates(String text) {
    SignatureSet.Scan scan = SET.scan(text);
    Set<String> found = new HashSet<>();
    int from = 0;
    while (from <= text.length()) {
      int lf = text.indexOf('\n', from);
      int to = lf < 0 ? text.length() : lf;
      if (scan.within(from, to)) {
        found.add(text.substring(from, to));
      }
      from = to + 1;
    }
    return found;
  }

  private static List<String> found(String message) {
    return SET.match(message).stream().map(match -> match.signature().id()).toList();
  }

  private static Signature signature(String id, Form... forms) {
    return new Signature(id, "XX1", List.of(forms), "", "", "", List.of(), List.of());
  }
}
