package io.github.viplint.read.plan;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.Certificates;
import io.github.viplint.model.Certificates.Certificate;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.Plan;
import io.github.viplint.model.Planned;
import io.github.viplint.model.Planned.Item;
import io.github.viplint.model.Planned.Network;
import io.github.viplint.model.Reading;
import io.github.viplint.read.appliance.X509;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Numbers;
import io.github.viplint.read.line.UnreadableLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Puts a plan together from labels and values, in whatever order they come. What belongs to one
 * network is complete only at the end: a gateway here and a netmask there make a subnet.
 */
final class PlanBuilder {
  /** The wizard takes five addresses from the first on. */
  private static final int CONTROL_PLANE = 5;

  private final Capture capture;
  private final List<Planned> entries = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Certificate> certificates = new ArrayList<>();
  private final Map<Key, Parts> networks = new LinkedHashMap<>();
  private Optional<PlanText> port = Optional.empty();

  private record Key(Network network, String group) {}

  private record Problem(Span span, String message) {}

  /** What makes a subnet or range together with something else. */
  private static final class Parts {
    private Optional<PlanText> mask = Optional.empty();
    private Optional<PlanText> start = Optional.empty();
    private Optional<PlanText> end = Optional.empty();
    private Optional<PlanText> count = Optional.empty();
  }

  PlanBuilder(Capture capture) {
    this.capture = capture;
  }

  /** Takes the value of a label. What can't be read becomes a problem. */
  void put(Field field, Network network, String group, PlanText text) {
    Parts parts = networks.computeIfAbsent(new Key(network, group), key -> new Parts());
    switch (field) {
      case MASK -> parts.mask = Optional.of(text);
      case END -> parts.end = Optional.of(text);
      case COUNT -> parts.count = Optional.of(text);
      case DATAPLANE_PORT -> port = Optional.of(text);
      default -> {
        List<PlanValue> values = values(field, text);
        boolean alone = values.size() == 1 && isAddress(values.get(0));
        if (field == Field.START && alone) {
          parts.start = Optional.of(text);
        } else {
          values.forEach(value -> add(item(field), network, group, value));
        }
      }
    }
  }

  /** Takes the certificates that a value holds as PEM, or as PEM in base64. */
  void certificates(PlanText text) {
    String value = text.text().strip();
    Span span = capture.span(text.start(), text.end());
    String pem = value.contains("-----BEGIN") ? value : unpacked(value);
    certificates.addAll(X509.inPem(span, pem));
  }

  private static String unpacked(String base64) {
    try {
      return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static boolean isAddress(PlanValue value) {
    return value.cidr().isEmpty() && value.range().first().equals(value.range().last());
  }

  private List<PlanValue> values(Field field, PlanText text) {
    try {
      return PlanValue.read(text, field);
    } catch (UnreadableLine e) {
      problem(text, e.reason());
      return List.of();
    }
  }

  void problem(PlanText text, String message) {
    problems.add(new Problem(capture.span(text.start(), text.end()), message));
  }

  private static Item item(Field field) {
    return switch (field) {
      case APPLIANCE_ADDRESS -> Item.APPLIANCE_ADDRESS;
      case GATEWAY -> Item.GATEWAY;
      case NETWORK, MASK -> Item.NETWORK;
      case START, END, COUNT, RANGE -> Item.NODE_RANGE;
      case APPLIANCE_VIPS -> Item.APPLIANCE_VIPS;
      case SUPERVISOR_VIPS -> Item.SUPERVISOR_VIPS;
      case VIPS -> Item.VIPS;
      case NAME_SERVER -> Item.NAME_SERVER;
      case TIME_SERVER -> Item.TIME_SERVER;
      case DATAPLANE, DATAPLANE_PORT -> Item.DATAPLANE;
      case VCENTER -> Item.VCENTER;
      case SERVICES -> Item.SERVICES;
      case PODS -> Item.PODS;
    };
  }

  private void add(Item item, Network network, String group, PlanValue value) {
    Span span = capture.span(value.text().start(), value.text().end());
    // of an address with a length only the address is meant, and the length tells its network
    boolean one = item == Item.APPLIANCE_ADDRESS || item == Item.GATEWAY;
    AddressRange range =
        one && value.cidr().isPresent()
            ? AddressRange.of(value.cidr().get().address())
            : value.range();
    entries.add(new Planned(item, network, group, range, value.cidr(), value.port(), span));
    if (one && value.cidr().filter(cidr -> cidr.prefixLength() < 32).isPresent()) {
      addNetwork(network, group, value.cidr().get(), span);
    }
  }

  private void addNetwork(Network network, String group, Cidr of, Span span) {
    Cidr subnet = of.network();
    entries.add(
        new Planned(
            Item.NETWORK,
            network,
            group,
            subnet.range(),
            Optional.of(subnet),
            OptionalInt.empty(),
            span));
  }

  private void complete(Key key, Parts parts) {
    Optional<IPAddress> start = parts.start.flatMap(text -> AddressText.address(bare(text)));
    parts.mask.ifPresent(mask -> masked(key, mask, start));
    if (start.isEmpty()) {
      return;
    }
    PlanText first = parts.start.orElseThrow();
    try {
      Optional<AddressRange> range = Optional.empty();
      if (parts.end.isPresent()) {
        IPAddress last =
            AddressText.address(bare(parts.end.get()))
                .orElseThrow(() -> new UnreadableLine("there is no such address"));
        if (start.get().compareTo(last) > 0) {
          throw new UnreadableLine("the range ends before it begins");
        }
        range = Optional.of(new AddressRange(start.get(), last));
      } else if (parts.count.isPresent()) {
        long count =
            Numbers.parse(bare(parts.count.get()))
                .orElseThrow(() -> new UnreadableLine("this is no count of addresses"));
        range = Optional.of(PlanValue.counted(start.get(), count));
      } else if (key.network() == Network.MANAGEMENT) {
        range = Optional.of(PlanValue.counted(start.get(), CONTROL_PLANE));
      }
      Span span = capture.span(first.start(), first.end());
      range.ifPresent(
          found ->
              entries.add(
                  new Planned(
                      Item.NODE_RANGE,
                      key.network(),
                      key.group(),
                      found,
                      Optional.empty(),
                      OptionalInt.empty(),
                      span)));
    } catch (UnreadableLine e) {
      problem(parts.end.or(() -> parts.count).orElse(first), e.reason());
    }
  }

  private static String bare(PlanText text) {
    return text.text().strip();
  }

  /** The mask's network, by the gateway, the appliance's address or the first address. */
  private void masked(Key key, PlanText text, Optional<IPAddress> start) {
    Optional<Integer> length = Netmask.length(bare(text).split("[\\s(]", 2)[0]);
    if (length.isEmpty()) {
      problem(text, "this is no netmask");
      return;
    }
    Optional<IPAddress> inside =
        entries.stream()
            .filter(one -> one.network() == key.network() && one.group().equals(key.group()))
            .filter(one -> one.item() == Item.GATEWAY || one.item() == Item.APPLIANCE_ADDRESS)
            .filter(one -> one.range().first().isIPv4())
            .map(one -> one.range().first())
            .findFirst()
            .or(() -> start);
    inside.ifPresent(
        address ->
            addNetwork(
                key.network(),
                key.group(),
                new Cidr(address, length.get()),
                capture.span(text.start(), text.end())));
  }

  /** The plan, and an account of the capture's lines. */
  Reading reading() {
    Plan plan = plan();
    Lines lines = new Lines(capture);
    while (lines.next()) {
      // each line counts; those that could not be read are called so below
    }
    report(lines);
    return lines.reading(
        certificates.isEmpty()
            ? List.of(plan)
            : List.of(plan, new Certificates(capture, certificates)));
  }

  /** What was put in, in the order written; to be asked once, when all is put in. */
  Plan plan() {
    networks.forEach(this::complete);
    List<Planned> plan = new ArrayList<>();
    new WholeNetworks(entries).named().forEach(one -> plan.add(withPort(one)));
    plan.sort(Comparator.comparingInt(one -> one.span().start()));
    return new Plan(capture, plan);
  }

  /** Hands over what could not be read, once all lines were counted. */
  void report(Lines lines) {
    problems.stream()
        .sorted(Comparator.comparingInt(one -> one.span().start()))
        .forEach(one -> lines.problem(one.span(), one.message()));
  }

  private Planned withPort(Planned one) {
    Optional<Long> number = port.flatMap(text -> Numbers.parse(bare(text)));
    if (one.item() != Item.DATAPLANE || one.port().isPresent() || number.isEmpty()) {
      return one;
    }
    return new Planned(
        one.item(),
        one.network(),
        one.group(),
        one.range(),
        one.cidr(),
        OptionalInt.of(number.get().intValue()),
        one.span());
  }
}
