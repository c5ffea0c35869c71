package io.github.viplint.intake;

import io.github.viplint.capture.CaptureKind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which members of an archive are worth a look, by their names. A support bundle holds tens of
 * thousands of files of all services; who zipped what they captured called it as they liked.
 */
final class WantedMember {
  /** Folders of a host whose files may be ours, whatever they are called. */
  private static final Set<String> FOLDERS =
      Set.of(
          "/etc/haproxy",
          "/etc/vmware",
          "/etc/vmware/wcp",
          "/etc/iproute2",
          "/etc/systemd/network",
          "/run/systemd/resolve",
          "/var/log",
          "/var/log/haproxy",
          "/var/log/vmware",
          "/var/log/vmware/wcp",
          "/storage/log/vmware/wcp");

  /** In {@code /var/log} of every host, and about other things. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "(?:messages|syslog|auth|audit|secure|sudo|sshd?|cron|dmesg|kern|maillog|boot|lastlog|wtmp"
              + "|btmp|faillog|tallylog|apt|dpkg|dnf|yum|tdnf|vmware-vmsvc|vmware-vmtoolsd"
              + "|vmware-network|vmware-vgauthsvc|wcp-audit)\\b.*");

  private WantedMember() {}

  /**
   * @param path in its archive, without the ending of a compressed file
   */
  static boolean is(String path) {
    Optional<String> onHost = KnownFile.onHost("/" + path);
    if (onHost.isEmpty()) {
      return true;
    }
    String folder = onHost.get().substring(0, onHost.get().lastIndexOf('/'));
    Optional<KnownFile> known = KnownFile.of(path);
    if (known.isPresent()) {
      // every host has hundreds of certificates
      return known.get().kind() != CaptureKind.CERTIFICATE || folder.equals("/etc/haproxy");
    }
    return FOLDERS.contains(folder) && !OTHERS.matcher(KnownFile.name(path)).matches();
  }
}
