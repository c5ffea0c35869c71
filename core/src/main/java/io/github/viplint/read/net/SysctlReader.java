package io.github.viplint.read.net;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.SysctlParser;
import io.github.viplint.grammar.TokenTables;
import io.github.viplint.model.KernelSettings;
import io.github.viplint.model.KernelSettings.Setting;
import io.github.viplint.model.Reading;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads {@code sysctl}: {@code net.ipv4.conf.all.rp_filter = 1}. */
public final class SysctlReader implements Reader {
  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.SYSCTL);
  }

  @Override
  public Reading read(Capture capture) {
    var parser = new LineParser<>(TokenTables.sysctl(), SysctlParser::new, SysctlParser::line);
    List<Setting> settings = new ArrayList<>();
    Lines lines = new Lines(capture);
    while (lines.next()) {
      if (lines.blank() || lines.elides() || lines.text().startsWith("sysctl: ")) {
        continue;
      }
      var line = parser.parse(capture.text(), lines.start(), lines.end());
      if (!line.valid() || line.tree().setting() == null) {
        lines.problem("no setting: `NAME = VALUE`");
        continue;
      }
      int equals = lines.text().indexOf('=');
      settings.add(
          new Setting(
              lines.span(),
              line.tree().setting().name.getText().replace('/', '.'),
              lines.text().substring(equals + 1).strip()));
    }
    return lines.reading(
        settings.isEmpty() ? List.of() : List.of(new KernelSettings(capture, settings)));
  }
}
