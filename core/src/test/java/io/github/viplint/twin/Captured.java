package io.github.viplint.twin;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Extent;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import io.github.viplint.log.SignatureSet;
import io.github.viplint.model.Reading;
import io.github.viplint.model.State;
import io.github.viplint.read.Readers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The state of a host, put together from what commands printed. */
final class Captured {
  private final Readers readers = new Readers(new SignatureSet(List.of()));
  private final List<Reading> readings = new ArrayList<>();

  /** What {@code command} printed, all of it. */
  Captured with(CaptureKind kind, String command, String text) {
    return with(kind, command, text, Extent.WHOLE);
  }

  Captured with(CaptureKind kind, String command, String text, Extent extent) {
    Source source = new Source("test.txt", text, StandardCharsets.UTF_8, "", Mask.NONE);
    Capture capture =
        Capture.whole(source).kind(kind).command(Optional.of(command)).extent(extent).build();
    readings.add(readers.read(capture));
    return this;
  }

  Captured addresses(String text) {
    return with(CaptureKind.IP_ADDR, "ip addr show", text);
  }

  Captured rules(String text) {
    return with(CaptureKind.IP_RULE, "ip rule show", text);
  }

  Captured table(String table, String text) {
    return with(CaptureKind.IP_ROUTE, "ip route show table " + table, text);
  }

  State state() {
    return new State(1, readings);
  }

  KernelState kernel() {
    return KernelState.captured(state());
  }

  static IPAddress address(String text) {
    return new IPAddressString(text).getAddress();
  }
}
