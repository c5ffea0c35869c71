package io.github.viplint.space;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import io.github.viplint.capture.Span;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.Facts;
import io.github.viplint.model.Host;
import io.github.viplint.model.Lab;
import io.github.viplint.model.Reading;
import io.github.viplint.model.State;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A lab of one host, fact by fact. */
final class LabText {
  private final List<Reading> readings = new ArrayList<>();

  /** What a capture of this text says. */
  LabText with(CaptureKind kind, String text, Function<Capture, Facts> facts) {
    Source source = new Source(kind.id(), text, StandardCharsets.UTF_8, "", Mask.NONE);
    Capture capture = Capture.whole(source).kind(kind).build();
    readings.add(new Reading(capture, List.of(facts.apply(capture)), Coverage.NONE, List.of()));
    return this;
  }

  Lab lab(String host) {
    return new Lab(
        "lab",
        List.of(new Host(host, Optional.empty(), List.of(new State(1, readings)))),
        List.of());
  }

  /** Where {@code part} stands first in the text. */
  static Span span(Capture capture, String part) {
    int start = capture.text().indexOf(part);
    return capture.span(start, start + part.length());
  }

  static IPAddress address(String text) {
    return new IPAddressString(text).getAddress();
  }

  static Cidr cidr(String text) {
    int slash = text.indexOf('/');
    return new Cidr(address(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
  }
}
