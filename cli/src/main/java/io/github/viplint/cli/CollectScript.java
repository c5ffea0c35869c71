package io.github.viplint.cli;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A shell script that prints, on a machine of one role, what the rules need of it. It changes
 * nothing, masks passwords on the machine itself, and touches no key. Before each output stands a
 * line {@code #viplint host=… cmd=…}, so that what comes back splits without guessing.
 */
final class CollectScript {
  private final Role role;
  private final List<Rule> rules;

  CollectScript(Role role, List<Rule> rules) {
    this.role = role;
    this.rules = List.copyOf(rules);
  }

  /** The script, in POSIX sh. */
  String text() {
    StringBuilder text = new StringBuilder(head());
    for (CaptureKind kind : kinds()) {
      text.append(step(kind));
    }
    return text.append("} 2>&1\n").toString();
  }

  /** What a host of this role has, as far as some rule wants it, in the order of the kinds. */
  private Set<CaptureKind> kinds() {
    Set<CaptureKind> kinds = EnumSet.noneOf(CaptureKind.class);
    for (CaptureKind kind : CaptureKind.values()) {
      if (kind.role().filter(role::equals).isPresent()) {
        kinds.add(kind);
      }
    }
    for (Rule rule : rules) {
      Needs needs = rule.needs();
      for (Needs.Group group : needs.groups()) {
        if (needs.about(Optional.of(role)) || group.anywhere()) {
          group.kinds().stream()
              .filter(kind -> kind.role().isEmpty() || kind.role().get() == role)
              .findFirst()
              .ifPresent(kinds::add);
        }
      }
    }
    kinds.addAll(always());
    kinds.removeIf(kind -> step(kind).isEmpty());
    return kinds;
  }

  /** What says where packets of a machine go; no rule about it can do without. */
  private Set<CaptureKind> always() {
    return EnumSet.of(
        CaptureKind.IP_ADDR,
        CaptureKind.IP_ROUTE,
        CaptureKind.IP_RULE,
        CaptureKind.IP6_RULE,
        CaptureKind.ROUTE_GET,
        CaptureKind.SYSCTL,
        CaptureKind.LISTENING_SOCKETS,
        CaptureKind.RESOLV_CONF);
  }

  private String head() {
    return """
        # viplint collect %1$s: prints what viplint reads of the %1$s. It changes nothing, masks
        # passwords and takes no keys. Best run it so, and keep what it prints:
        #   viplint collect %1$s | %2$s > %1$s.txt
        # or paste all of it into a shell there, and copy what it prints into a file.
        {
        viplint_mark() { printf '\\n#viplint host=%%s cmd=%%s\\n' "$(hostname)" "$1"; }
        viplint_mask() {
          sed -e 's/\\([Pp]assw[a-z]*["]*[[:space:]]*[:=]*[[:space:]]*\\)[^[:space:],]*/\\1***/g' \\
              -e 's/\\(auth[[:space:]][[:space:]]*[^:[:space:]]*:\\)[^[:space:]]*/\\1***/g' \\
              -e 's/\\([Bb]asic[[:space:]][[:space:]]*\\)[A-Za-z0-9+\\/=]*/\\1***/g' \\
              -e 's/\\([Bb]earer[[:space:]][[:space:]]*\\)[^[:space:]]*/\\1***/g' \\
              -e 's/\\(setenv[[:space:]][[:space:]]*[^[:space:]]*[[:space:]]*\\).*/\\1***/'
        }
        viplint_file() { if [ -r "$1" ]; then viplint_mark "cat $1"; viplint_mask < "$1"; fi; }
        viplint_certificate() {
          if [ -r "$1" ]; then
            viplint_mark "cat $1"
            sed -n '/BEGIN CERTIFICATE/,/END CERTIFICATE/p' "$1"
          fi
        }
        viplint_run() {
          if command -v "$1" > /dev/null 2>&1; then
            viplint_mark "$*"
            "$@" < /dev/null 2>&1 | viplint_mask
          fi
        }
        """
        .formatted(role.id(), shell());
  }

  /** Where to run it: the client is where viplint is most likely run itself. */
  private String shell() {
    return switch (role) {
      case APPLIANCE -> "ssh root@HAPROXY sh";
      case SUPERVISOR -> "ssh root@CONTROL-PLANE-VM sh";
      case VCENTER -> "ssh root@VCENTER sh";
      case CLIENT -> "sh";
    };
  }

  /** The lines for one kind; none where it is of no use on this role, or would change something. */
  private String step(CaptureKind kind) {
    return switch (kind) {
      case CERTIFICATE ->
          """
          viplint_certificate /etc/haproxy/ca.crt
          viplint_certificate /etc/haproxy/server.crt
          """;
      case NETWORK_FILE ->
          """
          for viplint_each in /etc/systemd/network/*.network; do viplint_file "$viplint_each"; done
          """;
      // On other roles the units of the appliance are unknown.
      case SYSTEMCTL_STATUS, JOURNAL -> role == Role.APPLIANCE ? run(kind) : "";
      case LISTENING_SOCKETS -> role == Role.APPLIANCE ? run(kind) : "";
      case LIST_UNITS -> role == Role.CLIENT ? "" : run(kind);
      // It asks for a password.
      case WCP_CLUSTER -> "";
      // The same units again, and a log that only a restart prints; ifconfig and route say less
      // than ip.
      case SYSTEM_STATE, HAPROXY_LOG, IFCONFIG, ROUTE_N -> "";
      // What is planned is on no machine.
      case OVF_PROPERTIES, PLAN_TABLE, WCP_CONFIG, CLUSTER_MANIFEST -> "";
      case ROUTE_GET -> role == Role.SUPERVISOR ? ways() : "";
      case PING -> role == Role.SUPERVISOR ? pings() : "";
      case WCPSVC_LOG ->
          """
          viplint_run tail -n 5000 /var/log/vmware/wcp/wcpsvc.log
          """;
      case KUBECTL ->
          """
          viplint_run kubectl config get-contexts
          viplint_run kubectl get nodes -o wide
          viplint_run kubectl get services --all-namespaces
          # To try a login too, set the Supervisor's address first:  SERVER=ADDRESS
          if [ -n "${SERVER-}" ]; then viplint_run kubectl vsphere login --server="$SERVER"; fi
          """;
      default -> kind.command().startsWith("cat ") ? file(kind) : run(kind);
    };
  }

  private static String file(CaptureKind kind) {
    return "viplint_file " + kind.command().substring("cat ".length()) + "\n";
  }

  private static String run(CaptureKind kind) {
    return "viplint_run " + kind.command() + "\n";
  }

  /** What the kernel itself says of the way to each name server. */
  private static String ways() {
    return """
        for viplint_dns in $(sed -n 's/^DNS=//p' /etc/systemd/network/*.network 2>/dev/null); do
          viplint_run ip route get "$viplint_dns"
        done
        """;
  }

  /** Each name server over each interface: the proof of what VL401 works out. */
  private static String pings() {
    return """
        for viplint_dns in $(sed -n 's/^DNS=//p' /etc/systemd/network/*.network 2>/dev/null); do
          for viplint_dev in eth0 eth1; do
            viplint_run ping -c 1 -W 2 -I "$viplint_dev" "$viplint_dns"
          done
        done
        """;
  }
}
