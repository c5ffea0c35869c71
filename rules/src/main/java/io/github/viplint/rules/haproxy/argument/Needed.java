package io.github.viplint.rules.haproxy.argument;

import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Address;
import io.github.viplint.model.haproxy.Bind;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.LineOptions;
import io.github.viplint.model.haproxy.Port;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.model.haproxy.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an option can't do without: a certificate, a CA, a port to check. What a {@code
 * default-server} line may give is taken for given.
 */
final class Needed {
  private static final Set<String> CERTIFICATES =
      Set.of("crt", "crt-list", "default-crt", "generate-certificates", "strict-sni");

  private final boolean unverified;
  private final boolean externalChecks;
  private final boolean connects;
  private final String given;

  Needed(HaproxyCfg file) {
    this.unverified = lines(file, "global", "ssl-server-verify").findAny().isPresent();
    this.externalChecks =
        file.excerpt() || lines(file, "global", "external-check").findAny().isPresent();
    this.connects = file.sections("defaults").anyMatch(Needed::connects);
    this.given = defaults(file.sections("defaults"));
  }

  private static Stream<Directive> lines(HaproxyCfg file, String section, String keyword) {
    return file.sections(section).flatMap(one -> one.directives(keyword));
  }

  /** What a section's own default-server lines give, and those of the defaults sections. */
  private String given(Section section) {
    return section.has("default-server") ? given + defaults(Stream.of(section)) : given;
  }

  private static String defaults(Stream<Section> sections) {
    StringBuilder words = new StringBuilder(" ");
    sections
        .flatMap(section -> section.directives("default-server"))
        .forEach(line -> words.append(line).append(' '));
    return words.toString();
  }

  /** {@code tcp-check connect port 80}: what is checked is not the server's own port. */
  private static boolean connects(Section section) {
    return (section.mayHave("tcp-check") || section.mayHave("http-check"))
        && section.directives().stream()
            .anyMatch(
                line -> line.says("tcp-check", "connect") || line.says("http-check", "connect"));
  }

  /** What is missing on the lines of a section, with the line. */
  record Missing(Directive line, ArgumentFault fault) {}

  List<Missing> of(Section section) {
    if (section.has("disabled")) {
      return List.of();
    }
    List<Missing> missing = new ArrayList<>(0);
    if (section.isFrontend() && !section.has("ssl-f-use")) {
      for (Bind bind : section.binds()) {
        add(bind.directive(), certificate(bind.options()), missing);
      }
    }
    if (section.isBackend()) {
      boolean connecting = connects || connects(section);
      String defaults = given(section);
      for (Server server : section.servers()) {
        add(server.directive(), authority(server.options(), defaults), missing);
        if (!connecting) {
          add(server.directive(), port(server, defaults), missing);
        }
      }
      if (!externalChecks && section.has("option")) {
        section
            .directives("option")
            .filter(line -> line.says("option", "external-check"))
            .forEach(
                line ->
                    missing.add(
                        new Missing(
                            line,
                            new ArgumentFault(
                                1,
                                "'option external-check' needs external-check in the global section",
                                "write external-check in the global section"))));
      }
    }
    return missing;
  }

  private static void add(Directive line, Optional<ArgumentFault> fault, List<Missing> missing) {
    if (fault.isPresent() && !line.isConditional() && !line.expands() && !anyVariable(line)) {
      missing.add(new Missing(line, fault.get()));
    }
  }

  private static boolean anyVariable(Directive line) {
    for (int i = 1; i < line.size(); i++) {
      if (line.holdsVariable(i)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<ArgumentFault> certificate(LineOptions options) {
    if (!options.has("ssl")) {
      return Optional.empty();
    }
    int ssl = options.index("ssl").orElseThrow();
    if (CERTIFICATES.stream().noneMatch(options::has)) {
      return Optional.of(
          new ArgumentFault(ssl, "this bind has ssl and no certificate", "write crt FILE"));
    }
    boolean verifies = options.value("verify").filter(how -> !how.equals("none")).isPresent();
    return verifies && !options.has("ca-file")
        ? Optional.of(
            new ArgumentFault(
                options.index("verify").orElseThrow(),
                "this bind verifies clients and names no CA",
                "write ca-file FILE"))
        : Optional.empty();
  }

  private Optional<ArgumentFault> authority(LineOptions options, String defaults) {
    String option = options.has("ssl") ? "ssl" : "check-ssl";
    if (!options.has(option)) {
      return Optional.empty();
    }
    boolean none =
        unverified && !options.has("verify")
            || options.value("verify").filter("none"::equals).isPresent()
            || options.has("ca-file")
            || defaults.contains(" verify ")
            || defaults.contains(" ca-file ")
            || defaults.contains("$");
    return none
        ? Optional.empty()
        : Optional.of(
            new ArgumentFault(
                options.index(option).orElseThrow(),
                "this server is to be verified, and no CA is named",
                "write ca-file FILE, or verify none where the network is trusted"));
  }

  private static boolean isZero(Port port) {
    return port.kind() == Port.Kind.NUMBER && port.first() == 0 && port.text().matches("0+");
  }

  private static Optional<ArgumentFault> port(Server server, String defaults) {
    Address where = server.where();
    boolean portless =
        (where.kind() == Address.Kind.IP || where.kind() == Address.Kind.HOST_NAME)
            && (where.port().kind() == Port.Kind.ABSENT || isZero(where.port()));
    if (!portless) {
      return Optional.empty();
    }
    LineOptions options = server.options();
    boolean checked =
        options.has("check")
            && !options.has("port")
            && !options.has("track")
            && !options.has("addr")
            && !defaults.contains(" port ");
    return checked
        ? Optional.of(
            new ArgumentFault(
                server.word(),
                "this server has no port, and a check needs one",
                "write ADDRESS:PORT, or port NUMBER"))
        : Optional.empty();
  }
}
