package io.github.viplint.read.net;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.NetworkFileParser;
import io.github.viplint.grammar.TokenTables;
import io.github.viplint.model.NetworkSettings;
import io.github.viplint.model.Reading;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads systemd's {@code .network} files; see systemd.network(5). A capture may hold several, each
 * beginning with its {@code [Match]}, and one that went through grep has no sections at all.
 */
public final class NetworkFileReader implements Reader {
  /** {@code 10-eth0.network}, {@code 10-gosc-ens192.network}. */
  private static final Pattern FILE =
      Pattern.compile("(?:.*[/-])?([a-z][a-z0-9]{0,12}[0-9])\\.network");

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.NETWORK_FILE);
  }

  @Override
  public Reading read(Capture capture) {
    var parser =
        new LineParser<>(
            TokenTables.networkFile(), NetworkFileParser::new, NetworkFileParser::line);
    List<NetworkSettings> read = new ArrayList<>();
    Lines lines = new Lines(capture);
    NetworkFile file = new NetworkFile(capture, capture.path().flatMap(NetworkFileReader::device));
    Optional<String> grepped = Optional.empty();
    String section = "";
    while (lines.next()) {
      if (lines.elides()) {
        continue;
      }
      var parsed = parser.parse(capture.text(), lines.start(), lines.end());
      var line = parsed.tree();
      if (!parsed.valid()) {
        lines.problem("neither a section nor a setting");
      } else if (line.section() != null) {
        section = line.section().getText();
        if (section.equals("[Match]") && file.matched()) {
          read.add(file.settings());
          file = new NetworkFile(capture, Optional.empty());
        }
        file.section(section);
      } else if (line.setting() != null) {
        String key = line.setting().key.getText();
        // grep over several files writes FILE:KEY=VALUE
        int colon = key.lastIndexOf(':');
        if (colon >= 0) {
          Optional<String> name = Optional.of(key.substring(0, colon));
          if (!name.equals(grepped)) {
            if (grepped.isPresent()) {
              read.add(file.settings());
            }
            file = new NetworkFile(capture, name.flatMap(NetworkFileReader::device));
            grepped = name;
          }
        }
        file.set(section, key.substring(colon + 1), line.setting().value(), lines);
      }
    }
    read.add(file.settings());
    return lines.reading(read);
  }

  private static Optional<String> device(String path) {
    Matcher name = FILE.matcher(path);
    return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
  }
}
