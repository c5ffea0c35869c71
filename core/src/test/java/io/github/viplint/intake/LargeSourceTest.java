package io.github.viplint.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sources that are known by their beginning and their end. */
class LargeSourceTest {
  private static final String CFG = cfg();

  private static String cfg() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < 5 << 20; i++) {
      text.append("frontend domain-c8:web-").append(i).append("\n  bind 10.0.0.1:443 name web-");
      text.append(i).append("\n  default_backend domain-c8:web-").append(i).append("-https\n\n");
    }
    return text.toString();
  }

  @Test
  void aHaproxyCfgUnderAnyName() {
    assertThat(captures(CFG)).hasSize(1);
    Capture capture = captures(CFG).get(0);
    assertThat(capture.kind()).isEqualTo(CaptureKind.HAPROXY_CFG);
    assertThat(capture.isExact()).isTrue();
    assertThat(capture.isWhole()).isTrue();
    assertThat(capture.text()).isSameAs(capture.source().text());
  }

  @Test
  void aPasteThatBeginsWithOneIsSplitAllTheSame() {
    String routes = "root@haproxy [ ~ ]# cat /etc/vmware/anyip-routes.cfg\n10.0.0.0/28\n";
    assertThat(captures(CFG + routes))
        .extracting(Capture::kind)
        .containsExactly(CaptureKind.HAPROXY_CFG, CaptureKind.ANYIP_ROUTES);
  }

  @Test
  void marksInTheMiddleAreSeen() {
    String routes = "\n#viplint host=haproxy cmd=cat /etc/vmware/anyip-routes.cfg\n10.0.0.0/28\n";
    assertThat(captures(CFG + routes + "\n" + CFG))
        .extracting(Capture::kind)
        .contains(CaptureKind.ANYIP_ROUTES);
  }

  private static List<Capture> captures(String text) {
    Source source = new Source("config.txt", text, StandardCharsets.UTF_8, "", Mask.NONE);
    return new Taken(source, Optional.empty(), Optional.empty(), Optional.empty())
        .account()
        .captures();
  }
}
