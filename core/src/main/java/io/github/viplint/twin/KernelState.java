package io.github.viplint.twin;

import io.github.viplint.model.NetInterface;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Route;
import io.github.viplint.model.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kernel's addresses, policy rules and route tables at one time: one type for what was captured
 * and for what a boot predicts. What is unknown is empty.
 *
 * @param interfaces all interfaces with their addresses
 * @param rules by priority, equal priorities in listed order
 * @param tables the routes of each table that is known as a whole; keys are table ids ({@code 254}
 *     is main)
 * @param names what names the table ids have, {@code local}, {@code main} and {@code default}
 *     included
 * @param sysctls by name, {@code net.ipv4.ip_nonlocal_bind}
 */
public record KernelState(
    Optional<List<NetInterface>> interfaces,
    Optional<List<PolicyRule>> rules,
    Map<Long, List<Route>> tables,
    Map<String, Long> names,
    Map<String, String> sysctls) {

  /** What the captures of a host's state say of its kernel. */
  public static KernelState captured(State state) {
    throw new UnsupportedOperationException();
  }
}
