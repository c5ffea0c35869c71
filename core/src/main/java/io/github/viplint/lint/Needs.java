package io.github.viplint.lint;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.model.Planned;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule must have before it can judge a host. The reason of a skip, the list of what to
 * capture and {@code viplint collect} all come from here.
 *
 * @param roles the rule is about hosts of these roles; empty for any host. A host whose role
 *     nothing tells counts as well
 * @param groups every one must be met
 * @param judges what the rule looks at: hosts, the plan, or both
 * @param planned a plan must say one of these; empty for anything
 */
public record Needs(Set<Role> roles, List<Group> groups, Judges judges, Set<Planned.Item> planned) {
  /** What a rule looks at. */
  public enum Judges {
    HOSTS,
    /** The lab's plans as a whole; the groups are asked of the lab. */
    PLAN,
    /** Hosts that have what it needs, and beside them the lab's plans, which need nothing more. */
    BOTH;

    boolean hosts() {
      return this != PLAN;
    }

    boolean plan() {
      return this != HOSTS;
    }
  }

  public Needs {
    roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
    groups = List.copyOf(groups);
    planned = planned.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(planned));
  }

  /**
   * One thing needed.
   *
   * @param anyOf one capture of these kinds is enough
   * @param whole a filtered or cut one is not
   * @param anywhere any host of the lab may have it, not just the one that is judged
   */
  public record Group(Set<CaptureKind> anyOf, boolean whole, boolean anywhere) {
    public Group {
      anyOf = Collections.unmodifiableSet(EnumSet.copyOf(anyOf));
    }

    /** The kinds in a fixed order, the one to ask for first. */
    public List<CaptureKind> kinds() {
      return List.copyOf(anyOf);
    }
  }

  /** Nothing yet, of hosts of these roles. */
  public static Needs of(Role first, Role... more) {
    return new Needs(EnumSet.of(first, more), List.of(), Judges.HOSTS, Set.of());
  }

  /** Nothing yet, of any host. */
  public static Needs ofAnyHost() {
    return new Needs(Set.of(), List.of(), Judges.HOSTS, Set.of());
  }

  /** Plans that say one of these, and no host. */
  public static Needs ofPlan(Planned.Item first, Planned.Item... more) {
    return new Needs(Set.of(), List.of(), Judges.PLAN, EnumSet.of(first, more));
  }

  /** The same, and plans that say one of these are judged as well, with hosts or without. */
  public Needs orPlan(Planned.Item first, Planned.Item... more) {
    return new Needs(roles, groups, Judges.BOTH, EnumSet.of(first, more));
  }

  /** Whether the rule is about a host of this role at all. */
  public boolean about(Optional<Role> role) {
    return roles.isEmpty() || role.isEmpty() || roles.contains(role.get());
  }

  /** A capture of each of these kinds. */
  public Needs all(CaptureKind... kinds) {
    Needs needs = this;
    for (CaptureKind kind : kinds) {
      needs = needs.and(new Group(EnumSet.of(kind), false, false));
    }
    return needs;
  }

  /** A whole capture of each of these kinds. */
  public Needs whole(CaptureKind... kinds) {
    Needs needs = this;
    for (CaptureKind kind : kinds) {
      needs = needs.and(new Group(EnumSet.of(kind), true, false));
    }
    return needs;
  }

  /** A capture of one of these kinds. */
  public Needs any(CaptureKind first, CaptureKind... more) {
    return and(new Group(EnumSet.of(first, more), false, false));
  }

  /** A whole capture of one of these kinds. */
  public Needs anyWhole(CaptureKind first, CaptureKind... more) {
    return and(new Group(EnumSet.of(first, more), true, false));
  }

  /** A capture of one of these kinds on some host of the lab. */
  public Needs anywhere(CaptureKind first, CaptureKind... more) {
    return and(new Group(EnumSet.of(first, more), false, true));
  }

  private Needs and(Group group) {
    List<Group> all = new ArrayList<>(groups);
    all.add(group);
    return new Needs(roles, all, judges, planned);
  }
}
