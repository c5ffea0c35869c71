package io.github.viplint.rules.client;

import io.github.viplint.lint.Rule;
import java.util.List;

/** Area 7: vCenter, the Data Plane API and clients. */
public final class ClientRules {
  private ClientRules() {}

  /** In order of their codes. */
  public static List<Rule> rules() {
    return List.of(
        new ConnectionRefused(),
        new NoRouteToHost(),
        new ConnectionTimeout(),
        new ConnectionEof(),
        new TlsUnknownAuthority(),
        new TlsWrongName(),
        new TlsExpired(),
        new DataplaneCredentials(),
        new DnsLookupFailed(),
        new DataplaneTransaction(),
        new SupervisorSyncError(),
        new VipPoolExhausted(),
        new DataplaneCaDiffers(),
        new DataplaneCertificate(),
        new ClientNotAtVip(),
        new ContentLibrary());
  }
}
