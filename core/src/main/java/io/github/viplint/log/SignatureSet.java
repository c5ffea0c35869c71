package io.github.viplint.log;

import io.github.viplint.model.Log;
import java.util.List;

/** All signatures of a run, and the scan for them: literals first, patterns on the candidates only. */
public final class SignatureSet {
  private final List<Signature> signatures;

  public SignatureSet(List<Signature> signatures) {
    this.signatures = List.copyOf(signatures);
  }

  public List<Signature> signatures() {
    return signatures;
  }

  /** Every entry that matches a signature, in the order written; an entry may match several. */
  public List<LogHit> scan(Log log) {
    throw new UnsupportedOperationException(log.toString());
  }
}
