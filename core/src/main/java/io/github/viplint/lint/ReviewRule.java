package io.github.viplint.lint;

/** A rule about the run itself: asked once, when all others have spoken of all labs. */
public interface ReviewRule extends Rule {
  @Override
  default Needs needs() {
    return Needs.ofAnyHost();
  }

  /** Says nothing of a lab. */
  @Override
  default void check(LabView lab, Findings findings) {}

  /** Looks back. */
  void review(Review review, ReviewFindings findings);
}
