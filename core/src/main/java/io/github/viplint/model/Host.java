package io.github.viplint.model;

import io.github.viplint.capture.Role;
import java.util.List;
import java.util.Optional;

/**
 * A machine of a lab.
 *
 * @param name its first label, as a prompt or log wrote it; the role's name where nothing named it
 * @param role empty where nothing captured tells it
 * @param states at least one, in order of time
 */
public record Host(String name, Optional<Role> role, List<State> states) {
  public Host {
    states = List.copyOf(states);
    if (states.isEmpty()) {
      throw new IllegalArgumentException("a host has a state");
    }
  }

  /** The name within a sentence: {@code the appliance} where it has no other name than its role. */
  public String called() {
    boolean named = role.map(known -> !known.id().equals(name)).orElse(!name.equals("host"));
    return named ? name : "the " + name;
  }

  /** The last state, the one that rules judge. */
  public State last() {
    return states.get(states.size() - 1);
  }

  public boolean is(Role wanted) {
    return role.filter(wanted::equals).isPresent();
  }
}
