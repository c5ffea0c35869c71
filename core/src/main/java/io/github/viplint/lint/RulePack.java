package io.github.viplint.lint;

import io.github.viplint.log.Signature;
import java.util.List;

/**
 * A set of rules, found by {@link java.util.ServiceLoader}. The built-in rules come the same way.
 */
public interface RulePack {
  /** What the codes of its rules begin with: {@code VL}. */
  String prefix();

  List<Rule> rules();

  /** The log messages that its rules ask for. */
  List<Signature> signatures();

  /** Who else knows whether what its rules predict came true; the kernel and systemd always do. */
  default List<Witness.Call> witnesses() {
    return List.of();
  }
}
