package io.github.viplint.log;

import java.util.List;
import java.util.Map;

/**
 * All signatures of a run, and the scan for them: literals first, patterns on the candidates only.
 */
public final class SignatureSet {
  private final List<Signature> signatures;

  public SignatureSet(List<Signature> signatures) {
    this.signatures = List.copyOf(signatures);
  }

  public List<Signature> signatures() {
    return signatures;
  }

  /**
   * Whether {@code text} holds the literal of any signature between {@code from} and {@code to}.
   */
  public boolean isCandidate(String text, int from, int to) {
    throw new UnsupportedOperationException(text + from + to);
  }

  /** The signatures that {@code message} matches, in the order of the set. */
  public List<Match> match(String message) {
    throw new UnsupportedOperationException(message);
  }

  /**
   * A message that matched.
   *
   * @param groups the named groups that took part in the match
   */
  public record Match(Signature signature, Map<String, String> groups) {
    public Match {
      groups = Map.copyOf(groups);
    }
  }
}
