package io.github.viplint.model;

import java.util.List;

/**
 * What belongs together. Nothing is ever joined across labs.
 *
 * @param name the folder it came from, or {@code lab}
 * @param hosts in order of name
 * @param unjoined readings that belong to no host for sure: they are counted and named, and no rule
 *     joins them
 */
public record Lab(String name, List<Host> hosts, List<Reading> unjoined) {
  public Lab {
    hosts = List.copyOf(hosts);
    unjoined = List.copyOf(unjoined);
  }
}
