package io.github.viplint.model;

import java.util.List;

/**
 * What belongs together. Nothing is ever joined across labs.
 *
 * @param name the folder it came from, or {@code lab}
 * @param hosts in order of name
 * @param plans readings of what is intended, in the order given
 * @param unjoined readings that belong to no host for sure: they are counted and named, and no rule
 *     joins them
 * @param ignores comments that ask not to report findings
 */
public record Lab(
    String name,
    List<Host> hosts,
    List<Reading> plans,
    List<Reading> unjoined,
    List<Ignore> ignores) {
  /** Stands for the host where a plan says something, and no machine. */
  public static final String PLAN = "plan";

  public Lab {
    hosts = List.copyOf(hosts);
    plans = List.copyOf(plans);
    unjoined = List.copyOf(unjoined);
    ignores = List.copyOf(ignores);
  }

  /** A lab without a plan and without such comments. */
  public Lab(String name, List<Host> hosts, List<Reading> unjoined) {
    this(name, hosts, List.of(), unjoined, List.of());
  }
}
