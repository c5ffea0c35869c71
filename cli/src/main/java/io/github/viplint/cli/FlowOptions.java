package io.github.viplint.cli;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.AddressText;
import io.github.viplint.twin.table.Flow;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is known of a packet besides its destination, as {@code ip route get} takes it. */
final class FlowOptions {
  private static final long MOST_MARKS = 0xffffffffL;
  private static final int MOST_TOS = 255;

  @Option(
      names = "--from",
      paramLabel = "ADDRESS",
      converter = Address.class,
      description = "The packet's source (default: the one that the kernel chooses).")
  private Optional<IPAddress> from = Optional.empty();

  @Option(
      names = "--iif",
      paramLabel = "DEVICE",
      description = "The interface that the packet comes in by (default: the host sends it).")
  private Optional<String> iif = Optional.empty();

  @Option(
      names = "--oif",
      paramLabel = "DEVICE",
      description = "The interface that the packet is bound to, as by ping -I.")
  private Optional<String> oif = Optional.empty();

  @Option(
      names = "--mark",
      paramLabel = "NUMBER",
      converter = Mark.class,
      description = "The packet's firewall mark.")
  private long mark;

  @Option(
      names = "--tos",
      paramLabel = "NUMBER",
      converter = Tos.class,
      description = "The packet's type of service.")
  private int tos;

  /**
   * A packet to a destination.
   *
   * @param told what an address that the user gives is in the lab that is told of
   */
  Flow to(IPAddress destination, UnaryOperator<String> told) {
    return new Flow(
        renamed(destination, told),
        from.map(address -> renamed(address, told)),
        iif,
        oif,
        mark,
        tos,
        Optional.empty());
  }

  private static IPAddress renamed(IPAddress address, UnaryOperator<String> told) {
    return AddressText.address(told.apply(address.toString())).orElse(address);
  }

  static final class Address implements ITypeConverter<IPAddress> {
    @Override
    public IPAddress convert(String value) {
      return AddressText.address(value)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + value + "' is no IP address; names can't be looked up offline"));
    }
  }

  static final class Mark implements ITypeConverter<Long> {
    @Override
    public Long convert(String value) {
      return number(value, MOST_MARKS);
    }
  }

  static final class Tos implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      return (int) number(value, MOST_TOS);
    }
  }

  private static long number(String value, long most) {
    try {
      long number = Long.decode(value);
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new TypeConversionException("'" + value + "' is no number from 0 to " + most);
  }
}
