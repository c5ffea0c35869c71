package io.github.viplint.report.earlier;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.github.viplint.lint.BadReportException;
import io.github.viplint.model.AddressRange;
import io.github.viplint.space.Claim;
import io.github.viplint.space.Claims;
import java.util.ArrayList;
import java.util.List;

/** Who uses which address for what, as a report says. */
final class EarlierClaims {
  private EarlierClaims() {}

  static Claims of(List<Fields> addresses, EarlierSources sources) throws BadReportException {
    List<Claim> claims = new ArrayList<>();
    for (Fields claim : addresses) {
      claims.add(
          new Claim(
              range(claim),
              claim.one("use", Claim.Use.values(), Claim.Use::id),
              claim.one("said", Claim.Said.values(), EarlierSources::id),
              claim.text("host"),
              sources.span(claim.object("location")),
              claim.text("label")));
    }
    return Claims.of(claims);
  }

  /** {@code a}, {@code a/n} or {@code a-b}. */
  private static AddressRange range(Fields claim) throws BadReportException {
    String text = claim.text("range");
    int dash = text.indexOf('-');
    try {
      if (dash >= 0) {
        return new AddressRange(
            address(text.substring(0, dash)), address(text.substring(dash + 1)));
      }
      IPAddress block = new IPAddressString(text).toAddress();
      if (block == null) {
        throw claim.missing("range", "range of addresses");
      }
      return new AddressRange(
          block.toPrefixBlock().getLower().withoutPrefixLength(),
          block.toPrefixBlock().getUpper().withoutPrefixLength());
    } catch (AddressStringException | IllegalArgumentException e) {
      throw claim.missing("range", "range of addresses");
    }
  }

  private static IPAddress address(String text) throws AddressStringException {
    IPAddress address = new IPAddressString(text).toAddress();
    if (address == null || address.isMultiple() || address.isPrefixed()) {
      throw new IllegalArgumentException("no single address");
    }
    return address;
  }
}
