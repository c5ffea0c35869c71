package io.github.viplint.model.haproxy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands behind {@code .if} or {@code .elif}. Of its predicates, those on haproxy's release
 * and on two texts are decided here; what a build can do and what the environment holds is not
 * known.
 */
public sealed interface BlockCondition {
  /** Whether it holds; empty where nothing captured tells. */
  Optional<Boolean> holds(HaproxyVersion version);

  /** Whether this release knows all its predicates. */
  boolean isKnownTo(HaproxyVersion version);

  /** A number, or nothing, which is false. */
  record Constant(boolean value) implements BlockCondition {
    @Override
    public Optional<Boolean> holds(HaproxyVersion version) {
      return Optional.of(value);
    }

    @Override
    public boolean isKnownTo(HaproxyVersion version) {
      return true;
    }
  }

  /** A condition that a variable is part of. */
  record Unknown() implements BlockCondition {
    @Override
    public Optional<Boolean> holds(HaproxyVersion version) {
      return Optional.empty();
    }

    @Override
    public boolean isKnownTo(HaproxyVersion version) {
      return true;
    }
  }

  /**
   * {@code version_atleast(2.4)}, {@code feature(QUIC)}, {@code streq(a,b)}…
   *
   * @param arguments blanks included
   */
  record Predicate(String name, List<String> arguments) implements BlockCondition {
    /** Since when haproxy's src/cfgcond.c knows each of them. */
    private static final Map<String, HaproxyVersion> SINCE =
        Map.ofEntries(
            Map.entry("defined", new HaproxyVersion(2, 4)),
            Map.entry("feature", new HaproxyVersion(2, 4)),
            Map.entry("streq", new HaproxyVersion(2, 4)),
            Map.entry("strneq", new HaproxyVersion(2, 4)),
            Map.entry("version_atleast", new HaproxyVersion(2, 4)),
            Map.entry("version_before", new HaproxyVersion(2, 4)),
            Map.entry("openssl_version_atleast", new HaproxyVersion(2, 5)),
            Map.entry("openssl_version_before", new HaproxyVersion(2, 5)),
            Map.entry("ssllib_name_startswith", new HaproxyVersion(2, 5)),
            Map.entry("enabled", new HaproxyVersion(2, 7)),
            Map.entry("strstr", new HaproxyVersion(2, 8)),
            Map.entry("awslc_api_atleast", new HaproxyVersion(3, 1)),
            Map.entry("awslc_api_before", new HaproxyVersion(3, 1)));

    public Predicate {
      arguments = List.copyOf(arguments);
    }

    @Override
    public Optional<Boolean> holds(HaproxyVersion version) {
      return switch (name) {
        case "version_atleast" -> isAtLeast(version);
        case "version_before" -> isAtLeast(version).map(at -> !at);
        case "streq" -> same();
        case "strneq" -> same().map(same -> !same);
        default -> Optional.empty();
      };
    }

    @Override
    public boolean isKnownTo(HaproxyVersion version) {
      HaproxyVersion since = SINCE.get(name);
      return since != null && version.compareTo(since) >= 0;
    }

    /** Of the chosen version only the series is known, not which of its releases runs. */
    private Optional<Boolean> isAtLeast(HaproxyVersion version) {
      return arguments.size() != 1
          ? Optional.empty()
          : HaproxyVersion.of(arguments.get(0))
              .filter(
                  wanted -> !wanted.equals(version) || wanted.toString().equals(arguments.get(0)))
              .map(wanted -> version.compareTo(wanted) >= 0);
    }

    private Optional<Boolean> same() {
      return arguments.size() == 2
          ? Optional.of(arguments.get(0).equals(arguments.get(1)))
          : Optional.empty();
    }
  }

  record Not(BlockCondition term) implements BlockCondition {
    @Override
    public Optional<Boolean> holds(HaproxyVersion version) {
      return term.holds(version).map(value -> !value);
    }

    @Override
    public boolean isKnownTo(HaproxyVersion version) {
      return term.isKnownTo(version);
    }
  }

  /**
   * Terms between {@code ||} or between {@code &&}.
   *
   * @param decisive what one term must be to decide all: true between {@code ||}
   */
  record Several(List<BlockCondition> terms, boolean decisive) implements BlockCondition {
    public Several {
      terms = List.copyOf(terms);
    }

    @Override
    public Optional<Boolean> holds(HaproxyVersion version) {
      boolean open = false;
      for (BlockCondition term : terms) {
        Optional<Boolean> value = term.holds(version);
        if (value.isEmpty()) {
          open = true;
        } else if (value.get() == decisive) {
          return value;
        }
      }
      return open ? Optional.empty() : Optional.of(!decisive);
    }

    @Override
    public boolean isKnownTo(HaproxyVersion version) {
      return terms.stream().allMatch(term -> term.isKnownTo(version));
    }
  }
}
