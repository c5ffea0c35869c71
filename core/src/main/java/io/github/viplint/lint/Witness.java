package io.github.viplint.lint;

import java.util.List;

/**
 * What captures of one host show of a state of the world, whoever predicts it: a log that says so,
 * a service that runs all the same.
 */
@FunctionalInterface
public interface Witness {
  /**
   * What speaks for the condition or against it; nothing where the captures are silent. Asked for
   * what the host's own captures may show, and for each finding anew.
   */
  List<Evidence> on(Condition condition);

  /** Looks for the witnesses of a host once, before any is asked. */
  @FunctionalInterface
  interface Call {
    List<Witness> of(LabView lab, HostView host);
  }
}
