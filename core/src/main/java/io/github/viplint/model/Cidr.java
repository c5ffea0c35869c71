package io.github.viplint.model;

import inet.ipaddr.IPAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An address with a prefix length, host bits kept: {@code 10.10.18.18/28}.
 *
 * @param address a single address without prefix length
 * @param prefixLength 0 to 32, or 0 to 128
 */
public record Cidr(IPAddress address, int prefixLength) {
  public Cidr {
    Objects.requireNonNull(address);
    if (address.isMultiple()) {
      throw new IllegalArgumentException("not a single address: " + address);
    }
    if (prefixLength < 0 || prefixLength > address.getBitCount()) {
      throw new IllegalArgumentException("no prefix length for this address: " + prefixLength);
    }
    address = address.withoutPrefixLength();
  }

  /** The subnet that the address lies in, host bits cleared. */
  public Cidr network() {
    return hasHostBits() ? new Cidr(range().first(), prefixLength) : this;
  }

  /** Whether the address is not the first of its subnet. */
  public boolean hasHostBits() {
    if (address.isIPv4()) {
      return prefixLength < 32 && (address.toIPv4().intValue() & -1 >>> prefixLength) != 0;
    }
    return prefixLength < address.getBitCount() && !address.includesZeroHost(prefixLength);
  }

  /** From the first to the last address of the subnet. */
  public AddressRange range() {
    if (address.isIPv4()) {
      return AddressRange.ofSubnet(address.toIPv4(), prefixLength);
    }
    IPAddress block = address.toPrefixBlock(prefixLength);
    return new AddressRange(
        block.getLower().withoutPrefixLength(), block.getUpper().withoutPrefixLength());
  }

  /** Whether {@code other} lies in the subnet. False for an address of the other family. */
  public boolean contains(IPAddress other) {
    return range().contains(other);
  }

  /** The address library's own hash is one and the same for dozens of neighbouring addresses. */
  @Override
  public int hashCode() {
    int bits = address.isIPv4() ? address.toIPv4().intValue() : address.hashCode();
    return 31 * bits + prefixLength;
  }

  /** As of any record; spelled out, for what the JVM makes up at its first use takes its time. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Cidr cidr
        && prefixLength == cidr.prefixLength
        && address.equals(cidr.address);
  }

  /** {@code 10.10.18.18/28}. */
  @Override
  public String toString() {
    return address + "/" + prefixLength;
  }
}
