package io.github.viplint.rules.vip;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import io.github.viplint.capture.Encoding;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What somebody meant by a line that iproute2 can't parse.
 *
 * @param fault what is wrong with the line, to stand beside it
 * @param mended one or more lines that say the same; empty when that is anybody's guess
 */
record UnparsableForm(String fault, Optional<String> mended) {
  /** Some editors put it before UTF-8. */
  static final String MARK = String.valueOf(Encoding.MARK);

  private static final int MOST_BLOCKS = 16;

  /** Of an address with its length. */
  private static final int MOST_CHARACTERS = 18;

  private static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowMask(false)
          .allowWildcardedSeparator(false)
          .allowIPv6(false)
          .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .allowLeadingZeros(false)
          .getParentBuilder()
          .toParams();

  /**
   * @param text the line as the service sees it
   */
  static UnparsableForm of(String text) {
    if (text.startsWith(MARK)) {
      return new UnparsableForm("a byte order mark begins the file", Optional.empty());
    }
    String bare = text.strip();
    if (bare.startsWith("#")) {
      return new UnparsableForm(
          "only a # in the first column makes a comment", Optional.of(text.stripLeading()));
    }
    int hash = text.indexOf('#');
    if (hash > 0) {
      return new UnparsableForm(
          "a comment may not follow a range",
          range(text.substring(0, hash))
              .map(range -> text.substring(hash).stripTrailing() + "\n" + range));
    }
    if (text.endsWith("\r")) {
      return new UnparsableForm("a CR ends the line", Optional.of(bare));
    }
    if (!text.equals(text.stripTrailing())) {
      return new UnparsableForm("a blank follows the range", Optional.of(bare));
    }
    if (bare.equals("null")) {
      return new UnparsableForm(
          "the word null, as an unset vApp property is written", Optional.empty());
    }
    if (bare.indexOf(',') >= 0) {
      return new UnparsableForm("one range to a line, without commas", list(bare));
    }
    if (bare.indexOf('-') > 0) {
      return new UnparsableForm("from-to is no prefix", blocks(bare));
    }
    return new UnparsableForm(
        bare.indexOf('/') > 0 ? "no IPv4 prefix: ADDRESS/LENGTH" : "no address and no prefix",
        Optional.empty());
  }

  private static Optional<String> range(String text) {
    return text.strip().length() <= MOST_CHARACTERS
            && new IPAddressString(text.strip(), STRICT).isIPAddress()
        ? Optional.of(text.strip())
        : Optional.empty();
  }

  private static Optional<String> list(String text) {
    List<Optional<String>> ranges =
        Arrays.stream(text.split(",", MOST_BLOCKS + 1)).map(UnparsableForm::range).toList();
    return ranges.stream().allMatch(Optional::isPresent)
        ? Optional.of(ranges.stream().map(Optional::get).collect(Collectors.joining("\n")))
        : Optional.empty();
  }

  /** The fewest subnets that are the range from-to and nothing else. */
  private static Optional<String> blocks(String text) {
    int dash = text.indexOf('-');
    Optional<IPAddress> first = address(text.substring(0, dash));
    Optional<IPAddress> last = address(text.substring(dash + 1));
    if (first.isEmpty() || last.isEmpty() || first.get().compareTo(last.get()) > 0) {
      return Optional.empty();
    }
    IPAddress[] blocks = first.get().spanWithPrefixBlocks(last.get());
    return blocks.length <= MOST_BLOCKS
        ? Optional.of(
            Arrays.stream(blocks).map(UnparsableForm::shown).collect(Collectors.joining("\n")))
        : Optional.empty();
  }

  private static String shown(IPAddress block) {
    return block.getLower().withoutPrefixLength()
        + "/"
        + (block.isMultiple() ? block.getNetworkPrefixLength() : block.getBitCount());
  }

  private static Optional<IPAddress> address(String text) {
    return range(text)
        .filter(address -> address.indexOf('/') < 0)
        .map(address -> new IPAddressString(address, STRICT).getAddress());
  }
}
