package io.github.viplint.twin.anyip;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Extent;
import io.github.viplint.capture.Fidelity;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.AnyipRoutes.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An anyip-routes.cfg, line by line as the service sees it. */
final class AnyipFile {
  private AnyipFile() {}

  static AnyipRoutes of(String text) {
    return of(text, Fidelity.EXACT, Extent.WHOLE);
  }

  static AnyipRoutes of(String text, Fidelity fidelity, Extent extent) {
    Source source = new Source("anyip-routes.cfg", text, StandardCharsets.UTF_8, "", Mask.NONE);
    Capture capture =
        Capture.whole(source)
            .kind(CaptureKind.ANYIP_ROUTES)
            .fidelity(fidelity)
            .extent(extent)
            .build();
    List<AnyipRoutes.Line> lines = new ArrayList<>();
    for (int start = 0; start < text.length(); ) {
      int lf = text.indexOf('\n', start);
      int end = lf < 0 ? text.length() : lf;
      String line = text.substring(start, end);
      Type type = line.isEmpty() ? Type.BLANK : line.startsWith("#") ? Type.COMMENT : Type.ENTRY;
      lines.add(
          new AnyipRoutes.Line(capture.span(start, end), type, line, Optional.empty(), lf >= 0));
      start = end + 1;
    }
    return new AnyipRoutes(capture, lines);
  }
}
