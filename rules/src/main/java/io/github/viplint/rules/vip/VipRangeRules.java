package io.github.viplint.rules.vip;

import io.github.viplint.lint.Rule;
import java.util.List;

/** Area 1: the ranges of anyip-routes.cfg. */
public final class VipRangeRules {
  private VipRangeRules() {}

  /** In order of their codes. */
  public static List<Rule> rules() {
    return List.of(
        new AnyipHostBitsSet(),
        new AnyipUnparsableLine(),
        new VipRangeOverlap(),
        new VipRangeRejectedAsExisting(),
        new VipRangeContainsGateway(),
        new VipRangeContainsNameserver(),
        new VipRangeContainsHost(),
        new BackendServerInVipRange(),
        new VipRangeOutsideNetworks(),
        new VipRangeHasUnusableAddresses(),
        new AnyipLastLineUnread(),
        new AnyipFailsOnRestart(),
        new AnyipLinesLost(),
        new AnyipNoRanges(),
        new AnyipStateDiffers(),
        new AnyipSpecialRange());
  }
}
