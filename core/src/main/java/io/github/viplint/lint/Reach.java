package io.github.viplint.lint;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a lab a rule can judge.
 *
 * @param hosts each host that the rule is about
 * @param plan whether the lab has the plan that the rule judges
 */
record Reach(List<OfHost> hosts, Fulfilment plan) {
  /**
   * A host that a rule is about.
   *
   * @param fulfilment what it has of what the rule needs
   */
  record OfHost(HostView host, Fulfilment fulfilment) {}

  static Reach of(Needs needs, LabView lab) {
    List<OfHost> hosts = new ArrayList<>();
    for (HostView host : lab.hosts()) {
      Fulfilment fulfilment = Fulfilment.of(needs, host, lab);
      if (fulfilment.rightRole()) {
        hosts.add(new OfHost(host, fulfilment));
      }
    }
    return new Reach(hosts, Fulfilment.ofPlan(needs, lab));
  }

  /** Nothing: then the rule need not look. */
  boolean isNothing() {
    for (OfHost host : hosts) {
      if (host.fulfilment().met()) {
        return false;
      }
    }
    return !plan.met();
  }
}
