package io.github.viplint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileUriTest {
  @ParameterizedTest
  @CsvSource({
    "anyip-routes.cfg,            anyip-routes.cfg",
    "lab a/100%/x.cfg,            lab%20a/100%25/x.cfg",
    "../labs/münchen.cfg,         ../labs/m%C3%BCnchen.cfg",
    "/etc/vmware/x.cfg,           file:///etc/vmware/x.cfg",
    "C:\\labs\\x.cfg,             file:///C:/labs/x.cfg",
    "labs\\x.cfg,                 labs/x.cfg",
    "a:b,                         ./a:b",
    "bundle.tgz!/etc/x.cfg,       bundle.tgz!/etc/x.cfg",
    "-,                           -",
  })
  void aPathBecomesAUri(String file, String uri) {
    assertThat(FileUri.of(file)).isEqualTo(uri);
  }

  @Property
  void everyNameMakesAUriInAscii(@ForAll @NotEmpty String file) {
    assertThat(FileUri.of(file)).isASCII();
    assertThat(URI.create(FileUri.of(file))).isNotNull();
  }
}
