package io.github.viplint.twin;

import org.jspecify.annotations.Nullable;

/** A table of routes as one family of addresses asks it. */
interface RouteTable {
  /** The route that answers, or null when none does. */
  @Nullable Match find(FlowKey key);
}
