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
import io.github.viplint.twin.kernel.KernelState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The state of a host, put together from what commands printed. */
public final class Captured {
  private final Readers readers = new Readers(new SignatureSet(List.of()));
  private final List<Reading> readings = new ArrayList<>();

  /** What {@code command} printed, all of it. */
  public Captured with(CaptureKind kind, String command, String text) {
    return with(kind, command, text, Extent.WHOLE);
  }

  public Captured with(CaptureKind kind, String command, String text, Extent extent) {
    Source source = new Source("test.txt", text, StandardCharsets.UTF_8, "", Mask.NONE);
    Capture capture =
        Capture.whole(source).kind(kind).command(Optional.of(command)).extent(extent).build();
    readings.add(readers.read(capture));
    return this;
  }

  public Captured addresses(String text) {
    return with(CaptureKind.IP_ADDR, "ip addr show", text);
  }

  public Captured rules(String text) {
    return with(CaptureKind.IP_RULE, "ip rule show", text);
  }

  public Captured table(String table, String text) {
    return with(CaptureKind.IP_ROUTE, "ip route show table " + table, text);
  }

  public State state() {
    return new State(1, readings);
  }

  public KernelState kernel() {
    return KernelState.captured(state());
  }

  public static IPAddress address(String text) {
    return new IPAddressString(text).getAddress();
  }
}
