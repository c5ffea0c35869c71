package io.github.viplint.rules.haproxy;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.HaproxyVersion;

/** A rule that needs nothing but a haproxy.cfg, and judges it as the host's haproxy would. */
interface ConfigRule extends Rule {
  /** What most rules need: any part of the file. */
  Needs ANY_PART = Needs.of(Role.APPLIANCE).all(CaptureKind.HAPROXY_CFG);

  /** What rules need that judge by what the file does not say. */
  Needs WHOLE = Needs.of(Role.APPLIANCE).whole(CaptureKind.HAPROXY_CFG);

  /** {@code version} is the release to judge by. */
  void check(HostView host, HaproxyCfg file, HaproxyVersion version, Findings findings);

  @Override
  default void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      HaproxyVersion version = lab.haproxy(host);
      host.fact(HaproxyCfg.class)
          .ifPresent(file -> check(host, file.at(version), version, findings));
    }
  }
}
