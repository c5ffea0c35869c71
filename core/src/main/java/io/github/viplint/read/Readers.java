package io.github.viplint.read;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.log.SignatureSet;
import io.github.viplint.model.Reading;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** The reader of each kind, made when its first capture comes. Belongs to one thread. */
public final class Readers {
  private final Map<CaptureKind, Supplier<Reader>> makers = new EnumMap<>(CaptureKind.class);
  private final Map<CaptureKind, Reader> made = new EnumMap<>(CaptureKind.class);

  public Readers(SignatureSet signatures) {
    for (CaptureKind kind : CaptureKind.values()) {
      makers.put(kind, () -> make(kind, signatures));
    }
  }

  private static Reader make(CaptureKind kind, SignatureSet signatures) {
    return switch (kind) {
      case IP_ADDR -> new IpAddrReader();
      case IP_ROUTE -> new IpRouteReader();
      case IP_RULE -> new IpRuleReader();
      default -> throw new UnsupportedOperationException(kind + " " + signatures);
    };
  }

  Reading read(Capture capture) {
    return made.computeIfAbsent(capture.kind(), kind -> makers.get(kind).get()).read(capture);
  }
}
