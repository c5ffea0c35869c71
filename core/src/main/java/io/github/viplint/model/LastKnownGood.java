package io.github.viplint.model;

import io.github.viplint.capture.Capture;

/**
 * The Data Plane API's haproxy.cfg.lkg: a copy of haproxy.cfg, made when the API starts and after
 * each reload that haproxy took.
 */
public record LastKnownGood(HaproxyCfg cfg) implements Facts {
  @Override
  public Capture capture() {
    return cfg.capture();
  }
}
