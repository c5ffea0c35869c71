package io.github.viplint.model;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import java.util.List;

/** The output of {@code sysctl}: settings of the kernel. */
public record KernelSettings(Capture capture, List<Setting> settings) implements Facts {
  public KernelSettings {
    settings = List.copyOf(settings);
  }

  /**
   * One setting.
   *
   * @param name with dots: {@code net.ipv4.conf.eth0.rp_filter}
   * @param value as printed
   */
  public record Setting(Span span, String name, String value) {}
}
