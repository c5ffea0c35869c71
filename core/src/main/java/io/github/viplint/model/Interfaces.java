package io.github.viplint.model;

import io.github.viplint.capture.Capture;
import java.util.List;

/**
 * The output of {@code ip addr} or {@code ifconfig}.
 *
 * @param complete whether every interface is in it; a rule concludes from absence only then
 */
public record Interfaces(Capture capture, List<NetInterface> interfaces, boolean complete)
    implements Facts {
  public Interfaces {
    interfaces = List.copyOf(interfaces);
  }
}
