package io.github.viplint.twin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts the appliance's services of many cases on the kernel and iproute2 of this machine. */
public final class LiveServices {
  private static final String STEPS = "/io/github/viplint/twin/services.sh";

  private static final String RUN =
      """
      cd "$1" || exit
      cp -r /etc/iproute2/. iproute2 && mount --bind iproute2 /etc/iproute2 || exit
      for folder in case-*; do unshare -n bash one.sh "$folder"; done
      """;

  private static final String ONE =
      """
      . ./services.sh
      cd "$1" || exit
      # the kernel gives links addresses of IPv6 a while later, in the middle of everything else
      echo 1 > /proc/sys/net/ipv6/conf/default/disable_ipv6
      ip -batch host
      # and learns a while later that a cable is plugged in; that of a link that is down is not
      down=$(grep -c 'down$' host)
      for wait in $(seq 100); do
        if [ "$(ip -o link | grep -c NO-CARRIER)" = "$down" ]; then break; fi
        sleep 0.02
      done
      version=$(cat version)
      cat rt_tables > $rt_tables
      part() { echo "=== $1"; }
      {
        part addresses; ip addr
        part main; ip -4 route show table all
        : > notes
        if [ -f route-tables.cfg ]; then
          route_tables > journal 2>&1
          for again in $(seq "$(cat restarts)"); do
            tables_down
            route_tables
          done >> journal 2>&1
        fi
        if [ -f anyip-routes.cfg ]; then
          anyip_routes >> journal 2>&1
          for again in $(seq "$(cat restarts)"); do
            anyip_down
            : > notes
            anyip_routes
          done >> journal 2>&1
        fi
        if [ -f haproxy.cfg ]; then
          if [ -f other.py ]; then
            python3 other.py > /dev/null 2>&1 & other=$!
            until ss -ltn | grep -q :5556; do sleep 0.02; done
          fi
          part release; haproxy -v
          part haproxy; haproxy -D -p "$PWD/pid" -f haproxy.cfg 2>&1
          note haproxy $?
          if [ -f pid ]; then kill $(cat pid); fi
          if [ -n "${other-}" ]; then kill $other; fi
        fi
        part notes; cat notes
        part names; own_tables
        part rules; ip rule
        part routes; ip -4 route show table all
        part six; ip -6 route show table local type local
      } > out 2>&1
      """;

  private final Namespace namespace;

  private LiveServices(Namespace namespace) {
    this.namespace = namespace;
  }

  /** Skips the test where this system can't do it, but never in the CI run. */
  public static LiveServices required() {
    try {
      return new LiveServices(
          Namespace.required("bash", "awk", "grep", "sed", "mount", "haproxy", "python3", "ss"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a machine did, by the headings of the script. */
  public record Machine(Map<String, List<String>> parts) {
    public List<String> part(String name) {
      return parts.getOrDefault(name, List.of());
    }

    public String text(String name) {
      return part(name).stream().map(line -> line + "\n").reduce("", String::concat);
    }
  }

  public List<Machine> run(List<ServiceCase> cases) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("viplint-services");
    try {
      Files.writeString(folder.resolve("run.sh"), RUN);
      Files.writeString(folder.resolve("one.sh"), ONE);
      try (InputStream steps = LiveServices.class.getResourceAsStream(STEPS)) {
        Files.copy(steps, folder.resolve("services.sh"));
      }
      List<Path> own = new ArrayList<>();
      for (ServiceCase one : cases) {
        Path path = Files.createDirectory(folder.resolve("case-%04d".formatted(own.size())));
        own.add(path);
        Files.writeString(path.resolve("host"), one.host());
        Files.writeString(path.resolve("version"), one.version().id());
        Files.writeString(path.resolve("restarts"), one.restarts() + "\n");
        for (Map.Entry<String, String> file : one.files().entrySet()) {
          Files.writeString(
              path.resolve(file.getKey()), file.getValue(), StandardCharsets.ISO_8859_1);
        }
      }
      String said = namespace.run("exec unshare -m bash " + folder + "/run.sh " + folder + "\n");
      List<Machine> machines = new ArrayList<>();
      for (Path path : own) {
        if (!Files.exists(path.resolve("out"))) {
          throw new AssertionError("a machine did not start: " + said);
        }
        machines.add(machine(Files.readString(path.resolve("out"), StandardCharsets.ISO_8859_1)));
      }
      return machines;
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static Machine machine(String out) {
    Map<String, List<String>> parts = new HashMap<>();
    for (String part : out.split("(?m)^=== ")) {
      List<String> lines = Arrays.stream(part.split("\n")).map(String::stripTrailing).toList();
      parts.put(lines.get(0), lines.subList(1, lines.size()));
    }
    return new Machine(parts);
  }
}
