package io.github.viplint.report.earlier;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.github.viplint.model.AddressRange;
import io.github.viplint.space.Claim;
import io.github.viplint.space.Claims;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who uses which address for what, as a report says. */
final class EarlierClaims {
  private EarlierClaims() {}

  static Claims of(List<Fields> addresses, EarlierSources sources) throws BadReportException {
    List<Claim> claims = new ArrayList<>();
    for (Fields claim : addresses) {
      claims.add(
          new Claim(
              range(claim),
              claim.one("use", Claim.Use.values(), EarlierClaims::id),
              claim.one("said", Claim.Said.values(), EarlierClaims::id),
              claim.text("host"),
              sources.span(claim.object("location")),
              claim.text("label")));
    }
    return Claims.of(claims);
  }

  private static String id(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static AddressRange range(Fields claim) throws BadReportException {
    try {
      return new AddressRange(address(claim.text("first")), address(claim.text("last")));
    } catch (AddressStringException | IllegalArgumentException e) {
      throw claim.missing("first", "address before last");
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
