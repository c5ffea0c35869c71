package io.github.viplint.twin.table;

import org.jspecify.annotations.Nullable;

/** A table of routes as one family of addresses asks it. */
public interface RouteTable {
  /** The route that answers, or null when none does. */
  @Nullable Match find(FlowKey key);
}
