package io.github.viplint.lint;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.Reading;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which kinds of captures there are, and of which a whole one. */
final class CapturedKinds {
  private final Set<CaptureKind> any = EnumSet.noneOf(CaptureKind.class);
  private final Set<CaptureKind> whole = EnumSet.noneOf(CaptureKind.class);

  /** Of one host. */
  CapturedKinds(HostView host) {
    for (Reading reading : host.state().readings()) {
      add(reading);
    }
  }

  /** Of all these hosts and plans. */
  CapturedKinds(List<HostView> hosts, List<Reading> plans) {
    for (HostView host : hosts) {
      any.addAll(host.captured().any);
      whole.addAll(host.captured().whole);
    }
    plans.forEach(this::add);
  }

  private void add(Reading reading) {
    Capture capture = reading.capture();
    any.add(capture.kind());
    if (capture.isWhole()) {
      whole.add(capture.kind());
    }
  }

  boolean meets(Needs.Group group) {
    return !Collections.disjoint(group.whole() ? whole : any, group.anyOf());
  }
}
