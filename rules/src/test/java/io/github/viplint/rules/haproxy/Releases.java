package io.github.viplint.rules.haproxy;

import io.github.viplint.lint.Options;
import io.github.viplint.model.haproxy.HaproxyVersion;
import java.util.Optional;

/** What {@code --haproxy VERSION} asks for. */
final class Releases {
  private Releases() {}

  static Options of(String version) {
    return new Options(HaproxyVersion.of(version), Optional.empty(), Optional.empty());
  }
}
