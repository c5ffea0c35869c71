package io.github.viplint.report;

import io.github.viplint.lint.HostView;
import io.github.viplint.twin.Answer;
import io.github.viplint.twin.Flow;

/**
 * Which way a packet goes on a host.
 *
 * @param host its name within a sentence
 */
public record Way(String host, Flow flow, Answer answer) {
  /** Asks the host's twin. */
  public static Way of(HostView host, Flow flow) {
    return new Way(host.name(), flow, host.routing().lookup(flow));
  }
}
