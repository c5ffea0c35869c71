package io.github.viplint.capture;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a capture is: a file of the appliance or the output of one command. Names the command that
 * shows it, so that reports can ask for what is missing.
 */
public enum CaptureKind {
  HAPROXY_CFG("cat /etc/haproxy/haproxy.cfg", Role.APPLIANCE, Nature.STATE),
  /** What the Data Plane API keeps of the last configuration that haproxy took. */
  HAPROXY_CFG_LKG("cat /etc/haproxy/haproxy.cfg.lkg", Role.APPLIANCE, Nature.STATE),
  ANYIP_ROUTES("cat /etc/vmware/anyip-routes.cfg", Role.APPLIANCE, Nature.STATE),
  ROUTE_TABLES("cat /etc/vmware/route-tables.cfg", Role.APPLIANCE, Nature.STATE),
  WORKLOAD_NETWORKS("cat /etc/vmware/workload-networks.cfg", Role.APPLIANCE, Nature.STATE),
  RT_TABLES("cat /etc/iproute2/rt_tables", null, Nature.STATE),
  IP_RULE("ip rule show", null, Nature.STATE),
  IP_ROUTE("ip route show table all", null, Nature.STATE),
  /** The rules of IPv6, which {@code ip rule} leaves out. */
  IP6_RULE("ip -6 rule show", null, Nature.STATE),
  /** The routes of IPv6 alone; {@code ip route show table all} holds them too. */
  IP6_ROUTE("ip -6 route show table all", null, Nature.STATE),
  /** Which way a packet goes, as the kernel says itself. */
  ROUTE_GET("ip route get ADDRESS", null, Nature.STATE),
  /** Settings of the kernel: which packets it forwards, and which it drops for their source. */
  SYSCTL("sysctl net.ipv4.ip_forward net.ipv4.ip_nonlocal_bind net.ipv4.conf", null, Nature.STATE),
  /** Who listens where. */
  LISTENING_SOCKETS("ss -ltnp", null, Nature.STATE),
  IP_ADDR("ip addr show", null, Nature.STATE),
  IFCONFIG("ifconfig", null, Nature.STATE),
  /** {@code route -n}: the main table only. */
  ROUTE_N("route -n", null, Nature.STATE),
  PING("ping -c 1 -I INTERFACE ADDRESS", null, Nature.EVENTS),
  /** systemd-networkd's {@code *.network}; the DNS lines are what matters. */
  NETWORK_FILE("cat /etc/systemd/network/*.network", null, Nature.STATE),
  RESOLV_CONF("cat /etc/resolv.conf", null, Nature.STATE),
  SYSTEMCTL_STATUS(
      "systemctl status anyip-routes route-tables haproxy --no-pager -l", null, Nature.STATE),
  LIST_UNITS("systemctl list-units --state=failed", null, Nature.STATE),
  /** {@code systemctl status} without a unit. */
  SYSTEM_STATE("systemctl status --no-pager", null, Nature.STATE),
  JOURNAL("journalctl -u anyip-routes -u route-tables -u haproxy --no-pager", null, Nature.EVENTS),
  /** haproxy's own messages, as it prints them to a terminal. */
  HAPROXY_LOG("haproxy -f /etc/haproxy/haproxy.cfg -d", Role.APPLIANCE, Nature.EVENTS),
  /** What {@code haproxy -c} said of a configuration. */
  HAPROXY_CHECK("haproxy -c -f /etc/haproxy/haproxy.cfg", Role.APPLIANCE, Nature.STATE),
  /** The appliance's support bundle has it as {@code /etc/haproxy/haproxy-version}. */
  HAPROXY_VERSION("haproxy -v", Role.APPLIANCE, Nature.STATE),
  /** {@code kubectl vsphere login} and other kubectl output, failed or not. */
  KUBECTL("kubectl vsphere login --server=ADDRESS", Role.CLIENT, Nature.EVENTS),
  WCPSVC_LOG("cat /var/log/vmware/wcp/wcpsvc.log", Role.VCENTER, Nature.EVENTS),
  /** What vCenter's API answers about a Supervisor, as JSON. */
  WCP_CLUSTER(
      "dcli +formatter json com vmware vcenter namespacemanagement clusters get --cluster CLUSTER",
      Role.VCENTER,
      Nature.STATE),
  /** PEM certificates; a private key is recognised only to be masked. */
  CERTIFICATE("cat /etc/haproxy/ca.crt", Role.APPLIANCE, Nature.STATE),
  /** What curl, nc, dig, nslookup or a browser told of one try to reach something. */
  CONNECTION_TRY("curl -kv --connect-timeout 5 https://ADDRESS:PORT/", Role.CLIENT, Nature.EVENTS),
  CLOUD_INIT_LOG("cat /var/log/cloud-init.log", Role.APPLIANCE, Nature.EVENTS),
  /** The appliance's OVF properties: an import.spec of govc, key=value lines, or an ovfEnv. */
  OVF_PROPERTIES("govc import.spec haproxy.ova", null, Nature.PLAN),
  /** A table or list that somebody keeps of OVF and wizard labels and their values. */
  PLAN_TABLE("cat plan.md", null, Nature.PLAN),
  /**
   * What vCenter is to be told of a Supervisor: the wizard's wcp-config.json, or the API's spec.
   */
  WCP_CONFIG("cat wcp-config.json", null, Nature.PLAN),
  /** A Cluster or TanzuKubernetesCluster in YAML. */
  CLUSTER_MANIFEST("cat cluster.yaml", null, Nature.PLAN),
  /** The {@code lab} of a configuration file. */
  LAB_PLAN("cat .viplint.yaml", null, Nature.PLAN),
  /** viplint's own configuration or baseline: findings may stand there, no input is ever one. */
  CONFIGURATION("cat .viplint.yaml", null, Nature.STATE);

  private enum Nature {
    STATE,
    EVENTS,
    PLAN
  }

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final String command;
  private final Optional<Role> role;
  private final Nature nature;

  CaptureKind(String command, @Nullable Role role, Nature nature) {
    this.command = command;
    this.role = Optional.ofNullable(role);
    this.nature = nature;
  }

  /** The kind as reports and {@code --kind} spell it: {@code anyip-routes}. */
  public String id() {
    return id;
  }

  /** The read-only command whose output is a capture of this kind. */
  public String command() {
    return command;
  }

  /** The role of the hosts that have it, where there is only one such role. */
  public Optional<Role> role() {
    return role;
  }

  /** Whether the command is right there: that of the journal names the appliance's services. */
  public boolean isAskedOf(Role machine) {
    return this != JOURNAL || machine == Role.APPLIANCE;
  }

  /**
   * Tells what happened, so that captures add up; all others tell what is, so that a later one
   * takes its place.
   */
  public boolean events() {
    return nature == Nature.EVENTS;
  }

  /** Tells what is intended, of a whole lab, and nothing of any machine as it is. */
  public boolean planned() {
    return nature == Nature.PLAN;
  }

  /** The kind with this {@link #id}. */
  public static Optional<CaptureKind> of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
  }
}
