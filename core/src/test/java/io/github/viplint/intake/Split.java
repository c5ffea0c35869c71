package io.github.viplint.intake;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Inputs;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Place;
import io.github.viplint.capture.SourceAccount;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A text that was pasted into standard input, and what intake made of it. */
record Split(Intake intake) {
  static Split of(String paste) {
    return of(paste.getBytes(StandardCharsets.UTF_8));
  }

  static Split of(byte[] paste) {
    return of(new ByteArrayInputStream(paste), List.of(), List.of());
  }

  static Split of(String paste, List<Inputs.KindGlob> kinds, List<Inputs.HostGlob> hosts) {
    return of(new ByteArrayInputStream(paste.getBytes(StandardCharsets.UTF_8)), kinds, hosts);
  }

  private static Split of(
      InputStream paste, List<Inputs.KindGlob> kinds, List<Inputs.HostGlob> hosts) {
    return new Split(
        Intake.of(
            new Inputs(List.of("-"), Optional.of(paste), kinds, hosts),
            texts -> Mask.NONE,
            (bytes, from, to) -> -1));
  }

  List<Capture> captures() {
    return intake.labs().stream().flatMap(lab -> lab.captures().stream()).toList();
  }

  SourceAccount account() {
    return intake.accounts().get(0);
  }

  /** Each capture as {@code kind host first-last}, with its extent where it is not whole. */
  List<String> told() {
    return captures().stream().map(Split::told).toList();
  }

  private static String told(Capture capture) {
    Place place = capture.span(0, capture.text().stripTrailing().length()).place();
    return capture.kind().id()
        + capture.host().map(host -> " on " + host).orElse("")
        + " "
        + place.startLine()
        + "-"
        + place.endLine()
        + (capture.isWhole() ? "" : " " + capture.extent());
  }
}
