package io.github.viplint.read.net;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Span;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.ResolvConfParser;
import io.github.viplint.grammar.TokenTables;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.NetworkSettings;
import io.github.viplint.model.NetworkSettings.Server;
import io.github.viplint.model.Reading;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Reads resolv.conf; see resolv.conf(5). Of several search lists the last one counts. */
public final class ResolvConfReader implements Reader {
  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.RESOLV_CONF);
  }

  @Override
  public Reading read(Capture capture) {
    var parser =
        new LineParser<>(TokenTables.resolvConf(), ResolvConfParser::new, ResolvConfParser::line);
    List<Server> nameServers = new ArrayList<>();
    List<String> searchDomains = List.of();
    Lines lines = new Lines(capture);
    while (lines.next()) {
      if (lines.elides()) {
        continue;
      }
      var setting = parser.parse(capture.text(), lines.start(), lines.end()).tree().setting();
      if (setting == null) {
        continue;
      }
      switch (setting.keyword.getText()) {
        case "nameserver" -> {
          Optional<Server> server = server(capture, setting);
          server.ifPresent(nameServers::add);
          if (server.isEmpty()) {
            lines.problem("a name server without an address");
          }
        }
        case "search", "domain" ->
            searchDomains =
                setting.value().stream()
                    .map(value -> Domain.plain(value.getText()))
                    .filter(domain -> !domain.isEmpty())
                    .toList();
        case "options", "sortlist", "lookup", "family" -> {}
        default -> lines.problem("no setting of resolv.conf");
      }
    }
    return lines.reading(
        List.of(
            new NetworkSettings(
                capture,
                Optional.empty(),
                nameServers,
                List.of(),
                List.of(),
                List.of(),
                searchDomains)));
  }

  private static Optional<Server> server(Capture capture, ResolvConfParser.SettingContext setting) {
    if (setting.value().isEmpty()) {
      return Optional.empty();
    }
    Token value = setting.value(0).getStart();
    Span span = capture.span(value.getStartIndex(), value.getStopIndex() + 1);
    Optional<IPAddress> address = AddressText.server(value.getText());
    return address.map(found -> new Server(span, found));
  }
}
