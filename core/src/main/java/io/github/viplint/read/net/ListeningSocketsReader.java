package io.github.viplint.read.net;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.SocketListingParser;
import io.github.viplint.grammar.TokenTables;
import io.github.viplint.model.ListeningSockets;
import io.github.viplint.model.Reading;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import io.github.viplint.read.line.UnreadableLine;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads {@code ss -ltnp}, {@code netstat -ltnp} and {@code lsof -i}. Sockets that are not TCP or
 * don't listen are passed over.
 */
public final class ListeningSocketsReader implements Reader {
  /** What the programs say to those who may not see all processes, and ss -i of a connection. */
  private static final Pattern NOTE =
      Pattern.compile(
          "\\t.*|\\s*\\((?:Not all processes could be identified|No info could be read for).*"
              + "|\\s*will not be shown, you would have to be root.*|\\s*you are not owner.*"
              + "|lsof: WARNING: .*|\\s+Output information may be incomplete\\.");

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.LISTENING_SOCKETS);
  }

  @Override
  public Reading read(Capture capture) {
    var parser =
        new LineParser<>(
            TokenTables.socketListing(), SocketListingParser::new, SocketListingParser::line);
    SocketRows rows = new SocketRows();
    boolean listing = false;
    boolean complete = capture.isWhole();
    Lines lines = new Lines(capture);
    while (lines.next()) {
      if (lines.blank() || lines.elides()) {
        continue;
      }
      var line = parser.parse(capture.text(), lines.start(), lines.end());
      if (!line.valid() && NOTE.matcher(lines.text()).matches()) {
        continue;
      }
      try {
        if (!line.valid()) {
          throw new UnreadableLine("no socket as ss, netstat or lsof list it");
        }
        rows.add(line.tree(), lines.span());
        listing = true;
      } catch (UnreadableLine e) {
        complete = false;
        lines.problem(e.reason());
      }
    }
    return lines.reading(
        (listing
                ? Optional.of(new ListeningSockets(capture, rows.sockets(), complete))
                : Optional.<ListeningSockets>empty())
            .stream().toList());
  }
}
