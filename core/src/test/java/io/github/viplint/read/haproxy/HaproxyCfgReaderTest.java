package io.github.viplint.read.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.capture.Extent;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.Reading;
import io.github.viplint.model.haproxy.Bind;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.model.haproxy.Server;
import io.github.viplint.model.haproxy.SyntaxFault;
import io.github.viplint.read.Pasted;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HaproxyCfgReaderTest {

  @Test
  void whatTheApplianceHolds() {
    Reading reading =
        read(
            """
            global
              log stdout format raw local0 info   # to the journal
              stats socket /run/haproxy.sock user haproxy

            userlist controller
              user wcp password $1$salt$hash

            frontend domain-c9:abc-apiserver
              mode tcp
              bind 10.20.30.18:443 name domain-c9:abc-10.20.30.18:nginx
              bind 10.20.30.18:6443 name domain-c9:abc-10.20.30.18:kube-apiserver
              use_backend domain-c9:abc-apiserver-nginx if { dst_port 443 }

            backend domain-c9:abc-apiserver-nginx
              server domain-c9:abc-10.30.1.20:443 10.30.1.20:443 check-ssl weight 100 verify none
            """);
    HaproxyCfg cfg = cfg(reading);
    assertThat(cfg.sections())
        .extracting(section -> section.kind() + " " + section.name())
        .containsExactly(
            "global ",
            "userlist controller",
            "frontend domain-c9:abc-apiserver",
            "backend domain-c9:abc-apiserver-nginx");
    assertThat(cfg.binds())
        .extracting(bind -> bind.address().orElseThrow() + " " + bind.firstPort())
        .containsExactly("10.20.30.18 443", "10.20.30.18 6443");
    Bind bind = cfg.binds().get(0);
    assertThat(bind.proxy()).isEqualTo("domain-c9:abc-apiserver");
    assertThat(bind.span().text()).isEqualTo("10.20.30.18:443");
    assertThat(bind.span().place()).hasToString("test.txt:10:8");
    Server server = cfg.sections().get(3).servers().get(0);
    assertThat(server.name()).isEqualTo("domain-c9:abc-10.30.1.20:443");
    assertThat(server.address()).hasToString("Optional[10.30.1.20]");
    assertThat(server.port()).isEqualTo(443);
    assertThat(words(cfg.sections().get(0).directives().get(0)))
        .containsExactly("log", "stdout", "format", "raw", "local0", "info");
    assertThat(cfg.excerpt()).isFalse();
    assertThat(reading.coverage()).isEqualTo(new Coverage(15, 15, 0, 0));
  }

  @Test
  void aSectionBeginsWhereverItsKeywordIsTheFirstWord() {
    HaproxyCfg cfg =
        cfg(
            read(
                """
                defaults
                    timeout client 5s
                    frontend global
                    bind :80
                    default_backend backend
                  "backend" 'backend'
                frontends x
                """));
    assertThat(cfg.sections())
        .extracting(Section::kind)
        .containsExactly("defaults", "frontend", "backend");
    assertThat(cfg.sections().get(1).name()).isEqualTo("global");
    assertThat(cfg.sections().get(2).name()).isEqualTo("backend");
    assertThat(cfg.sections().get(2).directives("frontends")).hasSize(1);
  }

  @Test
  void linesBeforeAnySectionStandInOneWithoutKindAndName() {
    HaproxyCfg cfg =
        cfg(
            new HaproxyCfgReader()
                .read(
                    Pasted.part(
                        CaptureKind.HAPROXY_CFG,
                        Extent.CUT,
                        "  bind 10.20.30.18:443\n....\nbackend b\n")));
    assertThat(cfg.excerpt()).isTrue();
    Section first = cfg.sections().get(0);
    assertThat(first.kind()).isEmpty();
    assertThat(first.name()).isEmpty();
    assertThat(first.span().place()).hasToString("test.txt:1:3");
    assertThat(first.directives()).hasSize(1);
    assertThat(first.binds()).hasSize(1);
    assertThat(cfg.sections()).hasSize(2);
  }

  @Test
  void theFormsOfABind() {
    HaproxyCfg cfg =
        cfg(
            read(
                """
                listen old 10.20.30.1:8080,10.20.30.2:8081-8083 transparent
                  bind :80,:443, interface eth1 name transparent
                  bind "10.20.30.3":443
                  bind "${VIP}:443"
                  bind unix@/run/x.sock
                  bind
                listen new from base
                """));
    assertThat(cfg.binds())
        .extracting(
            bind ->
                bind.span().text()
                    + " = "
                    + bind.address().map(Object::toString).orElse("-")
                    + " "
                    + bind.firstPort()
                    + "-"
                    + bind.lastPort()
                    + (bind.transparent() ? " transparent" : "")
                    + bind.device().map(device -> " " + device).orElse(""))
        .containsExactly(
            "10.20.30.1:8080 = 10.20.30.1 8080-8080 transparent",
            "10.20.30.2:8081-8083 = 10.20.30.2 8081-8083 transparent",
            ":80 = 0.0.0.0 80-80 eth1",
            ":443 = 0.0.0.0 443-443 eth1",
            "\"10.20.30.3\":443 = 10.20.30.3 443-443",
            "\"${VIP}:443\" = - 443-443",
            "unix@/run/x.sock = - 0-0");
  }

  @Test
  void quotesAndEscapesMakeTheValue() {
    Directive directive =
        cfg(read("listen x\n stats realm \"a # b\" c\\ d $HOME \"$HOME\"\n"))
            .sections()
            .get(0)
            .directives()
            .get(0);
    assertThat(words(directive))
        .containsExactly("stats", "realm", "a # b", "c d", "$HOME", "$HOME");
    assertThat(directive.isCooked(4)).isFalse();
    assertThat(directive.isCooked(5)).isTrue();
    assertThat(directive.span(2).text()).isEqualTo("\"a # b\"");
  }

  @Test
  void aQuoteThatIsNotClosedIsAFaultOfItsLineOnly() {
    Reading reading = read("listen x\n  stats realm \"a b\n  bind :80\n");
    SyntaxFault fault = cfg(reading).faults().get(0);
    assertThat(fault.kind()).isEqualTo(SyntaxFault.Kind.UNMATCHED_QUOTE);
    assertThat(fault.span().place()).hasToString("test.txt:2:15");
    assertThat(cfg(reading).sections().get(0).directives()).hasSize(1);
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void aHeaderWithAFaultStillOpensItsSection() {
    HaproxyCfg cfg = cfg(read("backend \"a\n  server s 10.0.0.1:80\n"));
    assertThat(cfg.faults()).hasSize(1);
    assertThat(cfg.sections().get(0).kind()).isEqualTo("backend");
    assertThat(cfg.sections().get(0).servers()).hasSize(1);
  }

  @Test
  void whatStandsBehindANulIsNotRead() {
    HaproxyCfg cfg = cfg(read("listen x\n  mode tcp\u0000 http\n\u0000\n"));
    assertThat(words(cfg.sections().get(0).directives().get(0))).containsExactly("mode", "tcp");
    assertThat(cfg.sections().get(0).directives()).hasSize(1);
    assertThat(cfg.faults())
        .extracting(fault -> fault.kind() + " " + fault.span().place())
        .containsExactly("STRAY_NUL test.txt:2:11", "STRAY_NUL test.txt:3:1");
  }

  @Test
  void aMissingLastNewlineIsAFaultOfAWholeFileOnly() {
    assertThat(cfg(read("listen x")).faults())
        .extracting(SyntaxFault::kind)
        .containsExactly(SyntaxFault.Kind.MISSING_LAST_LF);
    assertThat(cfg(read("listen x\n# end")).faults()).hasSize(1);
    assertThat(cfg(read("listen x\n")).faults()).isEmpty();
    assertThat(cfg(read("")).faults()).isEmpty();
    Reading pasted = new HaproxyCfgReader().read(Pasted.paste(CaptureKind.HAPROXY_CFG, "listen x"));
    assertThat(cfg(pasted).faults()).isEmpty();
  }

  @Test
  void crEndsALine() {
    HaproxyCfg cfg = cfg(read("listen x\r\n  bind :80\r\n  mode tcp\rhttp\n"));
    assertThat(words(cfg.sections().get(0).directives().get(0))).containsExactly("bind", ":80");
    assertThat(words(cfg.sections().get(0).directives().get(1))).containsExactly("mode", "tcp");
  }

  @Test
  void fiftyThousandFrontendsTakeSeconds() {
    StringBuilder text = new StringBuilder("global\n");
    for (int i = 0; i < 50_000; i++) {
      text.append("frontend domain-c9:5071d9d4-373d-49aa-a202-")
          .append(i)
          .append("\n  mode tcp\n  bind 10.");
      text.append(i >> 16).append('.').append(i >> 8 & 255).append('.').append(i & 255);
      text.append(":443 name x").append(i).append("\n  use_backend b if { dst_port 443 }\n\n");
    }
    long start = System.nanoTime();
    HaproxyCfg cfg = cfg(read(text.toString()));
    assertThat(cfg.binds()).hasSize(50_000);
    assertThat(System.nanoTime() - start).as("ns").isLessThan(20_000_000_000L);
  }

  @Property
  void anyTextIsReadAndEveryWordStandsInIt(@ForAll("texts") String text) {
    Reading reading = read(text);
    assertThat(reading.problems()).isEmpty();
    cfg(reading).sections().stream()
        .flatMap(section -> section.directives().stream())
        .forEach(
            directive -> {
              for (int i = 0; i < directive.size(); i++) {
                assertThat(
                        directive.isCooked(i) || directive.word(i).equals(directive.span(i).text()))
                    .isTrue();
              }
            });
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings(),
        Arbitraries.of(
                "listen x",
                "bind",
                " ",
                "\n",
                ":80",
                "1.2.3.4:5",
                "'",
                "\"",
                "\\",
                "#",
                "server",
                "\u0000",
                ",",
                "[",
                "\r")
            .list()
            .ofMaxSize(20)
            .map(parts -> String.join("", parts)));
  }

  private static Reading read(String text) {
    return new HaproxyCfgReader().read(Pasted.file(CaptureKind.HAPROXY_CFG, text));
  }

  private static HaproxyCfg cfg(Reading reading) {
    return (HaproxyCfg) reading.facts().get(0);
  }

  private static List<String> words(Directive directive) {
    return java.util.stream.IntStream.range(0, directive.size()).mapToObj(directive::word).toList();
  }
}
