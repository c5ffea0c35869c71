package io.github.viplint.rules.bind;

import io.github.viplint.lint.LogHit;
import io.github.viplint.model.Endpoint;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Bind;
import java.util.List;

/** What haproxy.cfg binds now, beside what a log says that haproxy tried. */
record CurrentBinds(HaproxyCfg cfg) {

  /** Of an excerpt only the frontend that the log names tells anything, when it is there. */
  boolean lack(Endpoint endpoint, LogHit tried) {
    if (cfg.binds().stream().anyMatch(bind -> bind.covers(endpoint.address(), endpoint.port()))) {
      return false;
    }
    return !cfg.excerpt() || !ofFrontend(tried).isEmpty();
  }

  /** Those of the frontend that the log names. */
  List<Bind> ofFrontend(LogHit tried) {
    return tried
        .group("frontend")
        .map(name -> cfg.binds().stream().filter(bind -> bind.proxy().equals(name)).toList())
        .orElse(List.of());
  }
}
