package io.github.viplint.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** A lab with a secret of every known kind in every kind of file, no two of them the same. */
final class EverySecret {
  /** A line for each way in which a secret stands; what is in braces is the secret. */
  private static final List<String> WAYS =
      List.of(
          "user admin password $1$abcdefgh${hash}",
          "user admin password $5$Kq7vXz1pLm3${hash}",
          "user admin password $6$rounds=5000$Nb3vCx9zLk${hash}",
          "user admin password $2y$10${hash}",
          "user admin password $y$j9T$Nb3vCx9zLk${hash}",
          "user ops insecure-password {word}",
          "user ops insecure-password \"{word} {word}\"",
          "stats auth watch:{word}",
          "dynamic-cookie-key {word}",
          "set KUBECTL_VSPHERE_PASSWORD={word}",
          "set KUBECTL_VSPHERE_PASSWORD={word} {word}",
          "export KUBECTL_VSPHERE_PASSWORD={word}",
          "export KUBECTL_VSPHERE_PASSWORD='{word}, {word}'",
          "KUBECTL_VSPHERE_PASSWORD={word} kubectl vsphere login",
          "$env:KUBECTL_VSPHERE_PASSWORD = \"{word}\"",
          "$env:KUBECTL_VSPHERE_PASSWORD='{word}'",
          "Authorization: Basic {base64}",
          "Authorization: Bearer {word}",
          "I0102 03:04:05.678901 7 round_trippers.go:466] curl -v -XGET -H \"Authorization: Bearer {word}\" 'https://10.9.0.2:6443/api'",
          "Authorization: Bearer {jwt}",
          "Authorization: Digest username=\"admin\", response=\"{word}\"",
          "map[Authorization:[Bearer {word}] Accept:[*/*]]",
          "got {jwt} back",
          "{\"session_id\": \"{jwt}\"}",
          "curl -k -u admin:{word} https://10.9.0.2:5556/v2/info",
          "curl -k --user 'admin:{word} {word}' https://10.9.0.2:5556/v2/info",
          "curl -k \\ -u \"admin:{word}\" https://10.9.0.2:5556/v2/info",
          "-u admin:{word} \\",
          "https://admin:{word}@10.9.0.2:5556/v2",
          "https://admin:{word}@{word}@10.9.0.2:5556/v2",
          "GOVC_URL=administrator@vsphere.local:{word}@10.9.0.2",
          "GOVC_PASSWORD={word}",
          "loadbalance.haproxy_pwd={word}",
          "appliance.root_pwd: {word}",
          "{\"Key\":\"appliance.root_pwd\",\"Value\":\"{word}\"}",
          "<Property oe:key=\"appliance.root_pwd\" oe:value=\"{word}\"/>",
          "\"appliance.root_pwd\" = \"{word}\"",
          "ovftool --prop:root_pwd={word} vi://root:{word}@10.9.0.2/",
          "{\"code\":401,\"message\":\"invalid password: {word}\"}",
          "401 invalid password: {word} {word}",
          "{\\\"password\\\":\\\"{word}\\\",\\\"user\\\":\\\"x\\\"}",
          "\"password\": \"{word}\",",
          "PWD: {word}",
          "Password: {word}",
          "kubectl vsphere login --server 10.9.0.2 --vsphere-password {word}",
          "govc --password='{word}' about",
          "sshpass -p {word} ssh root@10.9.0.2",
          "sshpass -p'{word}' ssh root@10.9.0.2",
          "SSHPASS={word} sshpass -e ssh root@10.9.0.2",
          "echo 'root:{word}' | chpasswd",
          "openssl rsa -passin pass:{word} -in ca.key",
          "client-key-data: {base64}",
          "vmware-api-session-id: {word}",
          "wcp-support-bundle-token: {word}",
          "api_key={word}",
          "DATAPLANE_PASS={word}");

  /** Beginnings of files, each of which makes it what it is, and what stands before each line. */
  private record Place(String name, String head, String before) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("etc/haproxy/haproxy.cfg", "userlist controller\n", "    "),
          new Place("etc/haproxy/haproxy.cfg.lkg", "frontend x\n", "    # "),
          new Place("etc/vmware/anyip-routes.cfg", "10.9.8.17/28\n", ""),
          new Place(
              "etc/vmware/route-tables.cfg",
              "2,workload,00:50:56:aa:bb:01,10.9.8.2/24,10.9.8.1\n",
              ""),
          new Place("etc/vmware/workload-networks.cfg", "10.9.8.0/24\n", ""),
          new Place("etc/iproute2/rt_tables", "2\trtctl_workload\n", "3\t"),
          new Place("etc/resolv.conf", "nameserver 10.9.8.53\n", "search "),
          new Place("etc/systemd/network/10-eth0.network", "[Network]\nDNS=10.9.8.53\n", ""),
          new Place("ip-rule.txt", "0:\tfrom all lookup local\n", "100:\tfrom all lookup "),
          new Place(
              "ip-addr.txt",
              "2: eth0: <UP> mtu 1500\n    inet 10.9.8.2/24 scope global eth0\n",
              ""),
          new Place(
              "journal.txt",
              "Mar 02 09:14:31 lb1 systemd[1]: haproxy.service: Failed\n",
              "Mar 02 09:14:31 lb1 haproxy[7]: "),
          new Place(
              "wcpsvc.log",
              "2026-03-04T10:11:13.1Z error wcp [a/b.go:90] [opID=lb-1] x\n",
              "2026-03-04T10:11:13.2Z error wcp [a/b.go:90] [opID=lb-1] "),
          new Place(
              "kubectl.txt",
              "FATA[0001] Failed to connect to 10.9.8.20: dial tcp 10.9.8.20:443: connect: no route to host\n",
              "DEBU[0002] "),
          new Place(
              "var/log/cloud-init.log",
              "2026-03-04 10:11:13,123 - util.py[DEBUG]: Cloud-init v. 1\n",
              "2026-03-04 10:11:13,123 - util.py[DEBUG]: "),
          new Place(
              "session.txt",
              "root@lb1 [ ~ ]# ip rule\n0:\tfrom all lookup local\n",
              "root@lb1 [ ~ ]# "),
          new Place("quoted.txt", "> root@lb1 [ ~ ]# ip rule\n> 0:\tfrom all lookup local\n", "> "),
          new Place("unknown.bin.txt", "nothing that anyone knows\n", "\t"));

  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<String> secrets = new ArrayList<>();

  EverySecret() {
    for (Place place : PLACES) {
      StringBuilder text = new StringBuilder(place.head());
      for (String way : WAYS) {
        text.append(place.before()).append(filled(way)).append('\n');
      }
      text.append("-----BEGIN RSA PRIVATE KEY-----\n");
      for (int i = 0; i < 3; i++) {
        text.append(filled("{base64}{base64}{base64}")).append('\n');
      }
      text.append("-----END RSA PRIVATE KEY-----\n");
      files.put(place.name(), text.toString());
    }
    String named = filled("{word}");
    files.put("notes-" + named + ".txt", "password=" + named + "\n10.9.8.40/28\n");
    files.put("dir-" + named + "/etc/vmware/anyip-routes.cfg", "10.9.8.50/28\n");
  }

  private String filled(String way) {
    String line = way;
    for (String kind : List.of("word", "hash", "base64", "jwt")) {
      while (line.contains("{" + kind + "}")) {
        String secret = secret(kind);
        line = line.replaceFirst("\\{" + kind + "}", Matcher.quoteReplacement(secret));
      }
    }
    return line;
  }

  private String secret(String kind) {
    String number = String.format("%04d", secrets.size() + 1);
    String secret =
        switch (kind) {
          case "word" -> "Qz" + number + "-Vk!mW";
          case "hash" -> "Zb8sT4uWq9eRc" + number + "yHn6gJk0aLd5fPo1";
          case "base64" -> "b3BzOldp" + number + "bnRlci1HYXJk";
          default -> "eyJhbGciOi" + number + ".eyJzdWIi" + number + ".c2ln" + number + "bmF0dXJl";
        };
    if (kind.equals("jwt")) {
      secrets.add("c2ln" + number + "bmF0dXJl");
      secrets.add("eyJzdWIi" + number);
    } else {
      secrets.add(secret);
    }
    return secret;
  }

  List<String> secrets() {
    return List.copyOf(secrets);
  }

  /** All files in one, each behind the command that shows it. */
  String paste() {
    StringBuilder paste = new StringBuilder();
    files.forEach(
        (name, text) ->
            paste.append("root@lb1 [ ~ ]# cat /").append(name).append('\n').append(text));
    return paste.toString();
  }

  byte[] archive() throws IOException {
    Packed packed = new Packed();
    files.forEach((name, text) -> packed.with(name, text));
    return packed.tgz();
  }

  void writeTo(Path folder) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue().getBytes(StandardCharsets.UTF_8));
    }
  }
}
