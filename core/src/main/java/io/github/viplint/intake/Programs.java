package io.github.viplint.intake;

import java.util.Set;

/** The names of the programs that people run here, by what is known of their output. */
final class Programs {
  static final Set<String> WHOLE_READERS =
      Set.of("cat", "type", "gc", "get-content", "less", "more", "bat", "view");
  static final Set<String> PART_READERS =
      Set.of("head", "tail", "grep", "egrep", "fgrep", "zgrep", "awk", "sed", "cut");
  static final Set<String> PASSING = Set.of("cat", "less", "more", "tee", "nl", "column", "sort");
  static final Set<String> COMMANDS =
      Set.of(
          "ip",
          "ifconfig",
          "route",
          "sysctl",
          "ss",
          "netstat",
          "lsof",
          "ping",
          "ping4",
          "ping6",
          "systemctl",
          "service",
          "journalctl",
          "haproxy",
          "kubectl",
          "k",
          "kubectl.exe",
          "kubectl-vsphere",
          "curl",
          "wget",
          "nc",
          "ncat",
          "dig",
          "nslookup",
          "dcli",
          "ssh");

  static final Set<String> OTHERS =
      Set.of(
          "ls",
          "ll",
          "cd",
          "pwd",
          "vi",
          "vim",
          "nano",
          "ssh",
          "scp",
          "sftp",
          "sudo",
          "su",
          "exit",
          "logout",
          "reboot",
          "shutdown",
          "clear",
          "date",
          "hostname",
          "hostnamectl",
          "uname",
          "whoami",
          "df",
          "free",
          "top",
          "ps",
          "arp",
          "arping",
          "tcpdump",
          "traceroute",
          "tracert",
          "host",
          "openssl",
          "iptables",
          "iptables-save",
          "networkctl",
          "resolvectl",
          "timedatectl",
          "haproxy-support",
          "service",
          "set",
          "export",
          "docker",
          "crictl",
          "govc",
          "tdnf",
          "service-control",
          "shell",
          "mkdir",
          "touch",
          "chmod",
          "rm",
          "cp",
          "mv",
          "echo",
          "find",
          "which",
          "history",
          "man",
          "nmap",
          "dmesg");

  private Programs() {}

  /** May a line be a command? A quick look at its first word. */
  static boolean mayBe(String line) {
    int end = line.indexOf(' ');
    String first = end < 0 ? line : line.substring(0, end);
    return first.startsWith("sudo")
        || COMMANDS.contains(KnownFile.name(first))
        || OTHERS.contains(first)
        || WHOLE_READERS.contains(first)
        || PART_READERS.contains(first)
        || first.indexOf('=') > 0
        || first.startsWith("$env:");
  }
}
