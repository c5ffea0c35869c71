package io.github.viplint.read.net;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import io.github.viplint.grammar.NetworkFileParser.ValueContext;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.NetworkSettings;
import io.github.viplint.model.NetworkSettings.Server;
import io.github.viplint.read.line.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A {@code .network} file while its lines are read. */
final class NetworkFile {
  private final Capture capture;
  private Optional<String> device;
  private boolean matched;
  private final List<Server> nameServers = new ArrayList<>();
  private final List<Server> timeServers = new ArrayList<>();
  private final List<Server> gateways = new ArrayList<>();
  private final List<Cidr> addresses = new ArrayList<>();
  private final List<String> searchDomains = new ArrayList<>();

  /**
   * @param device what the file's name tells; {@code [Match]} knows better
   */
  NetworkFile(Capture capture, Optional<String> device) {
    this.capture = capture;
    this.device = device;
  }

  void section(String name) {
    matched |= name.equals("[Match]");
  }

  /** Whether it has its {@code [Match]} already. */
  boolean matched() {
    return matched;
  }

  /**
   * Takes a setting.
   *
   * @param section {@code [Network]}; empty where no section was captured
   */
  void set(String section, String key, List<ValueContext> values, Lines lines) {
    boolean network = section.isEmpty() || section.equals("[Network]");
    switch (key) {
      case "Name" -> {
        if (section.equals("[Match]")) {
          match(values);
        }
      }
      case "DNS" -> {
        if (network) {
          servers(nameServers, values, lines);
        }
      }
      case "Gateway" -> {
        if (network) {
          hosts(gateways, values);
        }
      }
      case "NTP" -> {
        if (network) {
          hosts(timeServers, values);
        }
      }
      case "Domains" -> {
        if (network) {
          domains(values);
        }
      }
      case "Address" -> {
        if (network || section.equals("[Address]")) {
          address(values, lines);
        }
      }
      default -> {}
    }
  }

  NetworkSettings settings() {
    return new NetworkSettings(
        capture, device, nameServers, timeServers, gateways, addresses, searchDomains);
  }

  /** One plain name; a glob or a list names no one interface. */
  private void match(List<ValueContext> values) {
    String name = values.size() == 1 ? values.get(0).getText() : "";
    device =
        name.matches("[A-Za-z0-9_.:-]+") ? Optional.of(name) : device.filter(d -> values.isEmpty());
  }

  /** An empty value empties the list, as systemd has it. */
  private void servers(List<Server> list, List<ValueContext> values, Lines lines) {
    int before = list.size();
    hosts(list, values);
    if (!values.isEmpty() && list.size() < before + values.size()) {
      lines.problem("a name server that is no address");
    }
  }

  /** What is no address is a name ({@code NTP=time.lab}) or a word ({@code Gateway=_dhcp4}). */
  private void hosts(List<Server> list, List<ValueContext> values) {
    if (values.isEmpty()) {
      list.clear();
    }
    for (ValueContext value : values) {
      Span span =
          capture.span(value.getStart().getStartIndex(), value.getStop().getStopIndex() + 1);
      AddressText.server(value.getText()).ifPresent(address -> list.add(new Server(span, address)));
    }
  }

  private void domains(List<ValueContext> values) {
    if (values.isEmpty()) {
      searchDomains.clear();
    }
    values.stream()
        .map(value -> Domain.plain(value.getText()))
        .filter(domain -> !domain.isEmpty())
        .forEach(searchDomains::add);
  }

  private void address(List<ValueContext> values, Lines lines) {
    if (values.isEmpty()) {
      addresses.clear();
    }
    for (ValueContext value : values) {
      AddressText.cidrOrAddress(value.getText())
          .ifPresentOrElse(addresses::add, () -> lines.problem("no address"));
    }
  }
}
