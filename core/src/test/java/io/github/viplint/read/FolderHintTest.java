package io.github.viplint.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderHintTest {
  @ParameterizedTest
  @CsvSource({
    "case/LB01/etc/vmware/anyip-routes.cfg, lb01",
    "haproxy-support-lb02.tgz!/etc/vmware/anyip-routes.cfg, lb02",
    "lb01-b.tgz!/etc/vmware/anyip-routes.cfg, lb01-b",
    "lb01-anyip-routes.cfg, lb01",
    "lb012/anyip-routes.cfg, ''",
    "lb01-and-lb02/anyip-routes.cfg, ''",
    // the file is called so on every host
    "case/etc/haproxy/anyip-routes.cfg, ''"
  })
  void oneOfSeveralHostsIsMeant(String file, String host) {
    Source source = new Source(file, "10.9.0.0/27\n", StandardCharsets.UTF_8, "", Mask.NONE);
    Capture capture =
        Capture.whole(source)
            .kind(CaptureKind.ANYIP_ROUTES)
            .path(
                file.contains("/etc/")
                    ? Optional.of(file.substring(file.indexOf("/etc/")))
                    : Optional.of("/etc/vmware/anyip-routes.cfg"))
            .build();

    assertThat(FolderHint.of(capture, List.of("lb01", "lb02", "lb01-b", "haproxy", "etc")))
        .isEqualTo(Optional.of(host).filter(name -> !name.isEmpty()));
  }
}
