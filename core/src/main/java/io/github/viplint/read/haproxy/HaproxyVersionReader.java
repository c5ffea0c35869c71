package io.github.viplint.read.haproxy;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Span;
import io.github.viplint.model.Facts;
import io.github.viplint.model.HaproxyRelease;
import io.github.viplint.model.Reading;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code haproxy -v} and {@code haproxy -vv}: its first line, called {@code HA-Proxy version}
 * until 2.3. What follows is about the build and says nothing about a configuration. {@code
 * haproxy-support} puts {@code rpm -qa haproxy} before it.
 */
public final class HaproxyVersionReader implements Reader {
  private static final Pattern FIRST = Pattern.compile("HA-?Proxy version (\\S{1,100})(?: .*)?");

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.HAPROXY_VERSION);
  }

  @Override
  public Reading read(Capture capture) {
    Lines lines = new Lines(capture);
    Optional<Facts> release = Optional.empty();
    while (lines.next()) {
      Matcher first = FIRST.matcher(lines.text());
      if (release.isPresent() || !first.matches()) {
        continue;
      }
      Optional<HaproxyVersion> version = HaproxyVersion.of(first.group(1));
      Span span = capture.span(lines.start() + first.start(1), lines.start() + first.end(1));
      if (version.isEmpty()) {
        lines.problem(span, "no version of haproxy");
      } else {
        release = Optional.of(new HaproxyRelease(capture, span, version.get()));
      }
    }
    return lines.reading(release.stream().toList());
  }
}
