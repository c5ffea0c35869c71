package io.github.viplint.read.plan;

import io.github.viplint.model.Planned.Network;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A label of the appliance's OVF template or of the wizard of Workload Management, in the many ways
 * that people write them.
 *
 * @param field empty where nothing is to be taken
 * @param passed whether that is so on purpose: it says nothing of addresses that viplint looks at
 * @param group {@code Workload Network # 2}: its number; empty for the first
 */
record Label(Optional<Field> field, boolean passed, Network network, String group) {
  private static final Pattern NOT_ADDRESSES =
      Pattern.compile(
          "search|domain|host ?name|fqdn|user|password|passwd|pwd|port ?group|library|policy|version"
              + "|certificate|\\bca\\b|permit|root|\\bvm name|configuration|size|vlan|\\bmtu\\b"
              + "|\\bmac\\b|distributed|switch|replicas|cluster name|egress|ingress|namespace");
  private static final Pattern MANAGEMENT =
      Pattern.compile("man+a?gement|\\bmgmt\\b|supervisor vm|control ?plane");
  private static final Pattern WORKLOAD = Pattern.compile("work ?load|\\bworker");
  private static final Pattern FRONTEND = Pattern.compile("front ?end");
  private static final Pattern GROUP = Pattern.compile("work ?load network ?#? ?(\\d{1,2})\\b");

  private static final Pattern DATAPLANE =
      Pattern.compile("data ?plane|haproxy controller endpoint");
  private static final Pattern SERVICES =
      Pattern.compile(
          "(?:address(?:es)?|range|subnet|cidr) for services|services? (?:network )?(?:cidr|subnet)"
              + "|internal network subnet|\\bservices?$");
  private static final Pattern PODS =
      Pattern.compile("\\bpods? (?:network )?(?:cidr|subnet|range)s?|\\bpods?$");
  private static final Pattern SUPERVISOR_VIPS =
      Pattern.compile("virtual (?:ip|server|address)|\\bvips?\\b");
  private static final Pattern BALANCER = Pattern.compile("load ?balancer|service ip range");
  private static final Pattern APPLIANCE_VIPS =
      Pattern.compile("load ?balancer ip ranges?|service ip range");
  private static final Pattern GATEWAY = Pattern.compile("gateway|\\bgw\\b|default route");
  private static final Pattern DNS = Pattern.compile("\\bdns\\b|name ?server");
  private static final Pattern NTP = Pattern.compile("\\bntp\\b|time server");
  private static final Pattern MASK = Pattern.compile("mask");
  private static final Pattern START = Pattern.compile("start|\\bfirst\\b|\\bbegin");
  private static final Pattern END = Pattern.compile("\\bend(?:ing)?\\b|\\blast\\b");
  private static final Pattern COUNT = Pattern.compile("\\bcount\\b|number of|\\bhow many");
  private static final Pattern RANGE = Pattern.compile("ranges?\\b|\\bpool");
  private static final Pattern NETWORK = Pattern.compile("network|subnet|cidr|segment|prefix");
  private static final Pattern ADDRESS =
      Pattern.compile("\\bips?\\b|address|addr\\b|interface|\\bha ?proxy\\b");
  private static final Pattern VCENTER = Pattern.compile("v ?center|\\bvcsa\\b");
  private static final Pattern NODES = Pattern.compile("\\bvms?\\b|node|control ?plane");

  /**
   * What a label means.
   *
   * @param row its value tells a mask from a subnet
   * @param section the network that the label stands under; it says more than the words, for people
   *     write {@code Management IP} under each of their networks
   */
  static Label of(PlanRow row, Network section) {
    String label = plain(row.above() + " " + row.label());
    String value = row.value().text();
    Network network = section != Network.NONE ? section : network(label);
    Matcher group = GROUP.matcher(label);
    String number = group.find() && !group.group(1).equals("1") ? group.group(1) : "";
    boolean passed = NOT_ADDRESSES.matcher(plain(row.label())).find();
    Optional<Field> field = passed ? Optional.empty() : field(label, network, value);
    boolean ofNone =
        field.isPresent()
            && switch (field.get()) {
              case SERVICES, PODS, SUPERVISOR_VIPS, APPLIANCE_VIPS, VIPS, DATAPLANE, VCENTER ->
                  true;
              default -> false;
            };
    return new Label(field, passed, ofNone ? Network.NONE : network, ofNone ? "" : number);
  }

  /** Lower case, words apart by one blank, no marks. */
  static String plain(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9#]+", " ").strip();
  }

  /** The network that a label or heading names. */
  static Network network(String label) {
    if (FRONTEND.matcher(label).find()) {
      return Network.FRONTEND;
    }
    if (WORKLOAD.matcher(label).find()) {
      return Network.WORKLOAD;
    }
    return MANAGEMENT.matcher(label).find() ? Network.MANAGEMENT : Network.NONE;
  }

  private static Optional<Field> field(String label, Network network, String value) {
    if (has(DATAPLANE, label)) {
      // "HAProxy data plane" is as often the network of that name
      return label.contains("port") && !value.contains(".")
          ? Optional.of(Field.DATAPLANE_PORT)
          : label.contains("api") || label.contains("endpoint") || value.contains(":")
              ? Optional.of(Field.DATAPLANE)
              : Optional.empty();
    }
    if (has(SERVICES, label)) {
      return Optional.of(Field.SERVICES);
    }
    if (has(PODS, label)) {
      return Optional.of(Field.PODS);
    }
    if (has(GATEWAY, label)) {
      return network == Network.NONE ? Optional.empty() : Optional.of(Field.GATEWAY);
    }
    if (has(DNS, label)) {
      return Optional.of(Field.NAME_SERVER);
    }
    if (has(NTP, label)) {
      return Optional.of(Field.TIME_SERVER);
    }
    if (has(SUPERVISOR_VIPS, label) && !label.contains("frontend ip")) {
      return Optional.of(Field.SUPERVISOR_VIPS);
    }
    if (has(BALANCER, label)) {
      return has(APPLIANCE_VIPS, label) && !isRange(value)
          ? Optional.of(Field.APPLIANCE_VIPS)
          : has(ADDRESS, label) || has(RANGE, label) ? Optional.of(Field.VIPS) : Optional.empty();
    }
    if (network == Network.NONE) {
      return has(VCENTER, label) && !label.contains("network")
          ? Optional.of(Field.VCENTER)
          : Optional.empty();
    }
    return ofNetwork(label, network, value);
  }

  private static Optional<Field> ofNetwork(String label, Network network, String value) {
    boolean mask = value.strip().startsWith("255.");
    if (has(MASK, label) || mask && label.contains("subnet")) {
      return Optional.of(Field.MASK);
    }
    if (has(COUNT, label)) {
      return Optional.of(Field.COUNT);
    }
    if (has(START, label)) {
      return Optional.of(isRange(value) ? Field.RANGE : Field.START);
    }
    if (has(END, label)) {
      return Optional.of(Field.END);
    }
    if (has(RANGE, label)) {
      return Optional.of(Field.RANGE);
    }
    String last = label.substring(label.lastIndexOf(' ') + 1);
    if (has(ADDRESS, last) || last.equals("address")) {
      return Optional.of(isRange(value) ? Field.RANGE : Field.APPLIANCE_ADDRESS);
    }
    if (has(NETWORK, label)) {
      return Optional.of(isRange(value) ? Field.RANGE : Field.NETWORK);
    }
    if (has(ADDRESS, label)) {
      return Optional.of(
          isRange(value)
              ? Field.RANGE
              : has(NODES, label) && network == Network.MANAGEMENT && !label.contains("ha")
                  ? Field.START
                  : Field.APPLIANCE_ADDRESS);
    }
    return Optional.empty();
  }

  private static boolean has(Pattern pattern, String label) {
    return pattern.matcher(label).find();
  }

  private static final Pattern WRITTEN_RANGE =
      Pattern.compile("\\d\\s{0,5}(?:-|\u2013|\u2014|to\\b)\\s{0,5}\\d");

  private static boolean isRange(String value) {
    return WRITTEN_RANGE.matcher(value).find();
  }
}
