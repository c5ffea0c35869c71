package io.github.viplint.report;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.AddressRange;
import io.github.viplint.space.Claim;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of addresses that belong in one picture: networks and ranges that touch, and the single
 * addresses in them. A single address in no network brings the block of 256 around it.
 */
record AddressArea(AddressRange range, List<Claim> claims) {
  private static final int LONE_BITS = 8;

  AddressArea {
    claims = List.copyOf(claims);
  }

  /** All areas of these claims, in order of their addresses, IPv4 first. */
  static List<AddressArea> of(List<Claim> claims) {
    List<Claim> ordered =
        claims.stream()
            .sorted(
                Comparator.comparing((Claim claim) -> !claim.range().first().isIPv4())
                    .thenComparing(claim -> extent(claim).first())
                    .thenComparing(claim -> extent(claim).last(), Comparator.reverseOrder()))
            .toList();
    List<AddressArea> areas = new ArrayList<>();
    List<Claim> members = new ArrayList<>();
    AddressRange range = null;
    for (Claim claim : ordered) {
      AddressRange extent = extent(claim);
      if (range != null && range.overlaps(extent)) {
        range = range.contains(extent) ? range : new AddressRange(range.first(), extent.last());
      } else {
        if (range != null) {
          areas.add(new AddressArea(range, members));
        }
        members.clear();
        range = extent;
      }
      members.add(claim);
    }
    if (range != null) {
      areas.add(new AddressArea(range, members));
    }
    return areas;
  }

  private static AddressRange extent(Claim claim) {
    AddressRange range = claim.range();
    if (!range.first().equals(range.last())) {
      return range;
    }
    int bits = range.first().getBitCount() - LONE_BITS;
    IPAddress block = range.first().toPrefixBlock(bits);
    return new AddressRange(
        block.getLower().withoutPrefixLength(), block.getUpper().withoutPrefixLength());
  }

  BigInteger size() {
    return range.last().getValue().subtract(range.first().getValue()).add(BigInteger.ONE);
  }

  /** Where an address begins, from 0 to 1. */
  double position(IPAddress address) {
    return ratio(address.getValue().subtract(range.first().getValue()));
  }

  /** How much of the area a range takes, from 0 to 1. */
  double share(AddressRange part) {
    return ratio(part.last().getValue().subtract(part.first().getValue()).add(BigInteger.ONE));
  }

  private double ratio(BigInteger addresses) {
    return new BigDecimal(addresses)
        .divide(new BigDecimal(size()), MathContext.DECIMAL64)
        .doubleValue();
  }
}
