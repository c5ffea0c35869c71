package io.github.viplint.lint;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Role;
import io.github.viplint.model.Lab;
import io.github.viplint.model.Plan;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.space.Claims;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A lab as rules see it. */
public final class LabView {
  private final Lab lab;
  private final Options options;
  private final List<HostView> hosts;
  private final CapturedKinds captured;
  private final List<Plan> plans;
  private final Once<Claims> claims;

  LabView(Lab lab, Options options) {
    this.lab = lab;
    this.options = options;
    this.hosts = lab.hosts().stream().map(host -> new HostView(host, options)).toList();
    this.captured = new CapturedKinds(hosts, lab.plans());
    this.plans = plans(lab);
    this.claims = new Once<>(() -> Claims.of(lab));
  }

  /** What is planned also stands in what vCenter says of itself. */
  private static List<Plan> plans(Lab lab) {
    return Stream.concat(
            lab.plans().stream(), lab.hosts().stream().flatMap(h -> h.last().readings().stream()))
        .flatMap(reading -> reading.facts().stream())
        .filter(Plan.class::isInstance)
        .map(Plan.class::cast)
        .toList();
  }

  /** What is said of the lab as it is meant to be, by plans and by vCenter, in the order given. */
  public List<Plan> plans() {
    return plans;
  }

  /** Whether a rule with these needs can judge the plans. */
  public boolean judgesPlan(Needs needs) {
    return Fulfilment.ofPlan(needs, this).met();
  }

  /** What was captured of the last states of all hosts. */
  CapturedKinds captured() {
    return captured;
  }

  public Lab lab() {
    return lab;
  }

  public Options options() {
    return options;
  }

  /**
   * The release of haproxy to judge a host's haproxy.cfg by: as the user says, as its {@code
   * haproxy -v} says, else the appliance's.
   */
  public HaproxyVersion haproxy(HostView host) {
    return host.haproxyVersion().judgedAs();
  }

  public List<HostView> hosts() {
    return hosts;
  }

  public List<HostView> hosts(Role role) {
    return hosts.stream().filter(host -> host.is(role)).toList();
  }

  /** The hosts that a rule with these needs can judge. */
  public List<HostView> hosts(Needs needs) {
    List<HostView> judged = new ArrayList<>();
    for (HostView host : hosts) {
      if (Fulfilment.of(needs, host, this).met()) {
        judged.add(host);
      }
    }
    return List.copyOf(judged);
  }

  /** Who uses which address for what, as the last states of all hosts say. */
  public Claims claims() {
    return claims.get();
  }

  /**
   * The appliance that a VIP belongs to: the only one, else the one whose ranges or binds hold the
   * address.
   */
  public Optional<HostView> applianceOf(IPAddress vip) {
    List<HostView> appliances = hosts(Role.APPLIANCE);
    if (appliances.size() == 1) {
      return Optional.of(appliances.get(0));
    }
    List<HostView> owners =
        appliances.stream().filter(host -> claims().serves(host.name(), vip)).toList();
    return owners.size() == 1 ? Optional.of(owners.get(0)) : Optional.empty();
  }
}
