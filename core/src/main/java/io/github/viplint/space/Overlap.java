package io.github.viplint.space;

import io.github.viplint.model.AddressRange;

/**
 * Two claims on the same addresses. Of two claims of one use, {@code one} stands before {@code
 * other} in the table's order.
 */
public record Overlap(Claim one, Claim other, AddressRange shared) {}
