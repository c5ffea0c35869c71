package io.github.viplint.twin.haproxy;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Bind;
import io.github.viplint.twin.appliance.Appliance;
import io.github.viplint.twin.appliance.StartResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code haproxy.service} does when it starts: which addresses it can bind. One that it can't
 * ends the whole process.
 *
 * @param reason why the result is not {@link StartResult#STARTED}, in one sentence; else empty
 * @param binds every address of every {@code bind} line but sockets of the file system, in order
 */
public record HaproxyBoot(StartResult result, String reason, List<Listener> binds) {
  public HaproxyBoot {
    binds = List.copyOf(binds);
  }

  /** What becomes of one address. */
  public enum Outcome {
    BOUND,
    /**
     * {@code Cannot assign requested address}; or {@code Invalid argument}, for an IPv4 address and
     * a socket that is for IPv6 only.
     */
    NOT_LOCAL,
    /** {@code Address already in use}. */
    IN_USE,
    UNKNOWN;

    /** As reports spell it: {@code not-local}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean fails() {
      return this == NOT_LOCAL || this == IN_USE;
    }
  }

  /**
   * One address.
   *
   * @param address the one that has to be local: {@code 10.0.0.1} of {@code ::ffff:10.0.0.1},
   *     unless its socket is for IPv6 only; empty for a name
   * @param reason why, in a few words
   */
  public record Listener(Bind bind, Optional<IPAddress> address, Outcome outcome, String reason) {
    /** What haproxy 2.2 prints; empty where it prints nothing. */
    public Optional<String> journal() {
      return outcome.fails()
          ? Optional.of(
              "Starting frontend "
                  + bind.proxy()
                  + ": cannot bind socket ["
                  + bind.address().map(Listener::printed).orElse("")
                  + ":"
                  + bind.firstPort()
                  + "]")
          : Optional.empty();
    }

    /** As inet_ntop writes it: {@code ::ffff:10.0.0.1}. */
    private static String printed(IPAddress address) {
      IPAddress unmapped = ListenAddress.unmapped(address);
      return unmapped == address ? address.toString() : "::ffff:" + unmapped;
    }
  }

  /** The addresses with this outcome. */
  public List<Listener> binds(Outcome outcome) {
    return binds.stream().filter(bind -> bind.outcome() == outcome).toList();
  }

  /** Starts haproxy on an appliance whose other services have started. */
  public static HaproxyBoot run(Appliance appliance) {
    if (appliance.haproxy().isEmpty()) {
      return new HaproxyBoot(StartResult.NO_CONFIG, "haproxy.cfg was not captured", List.of());
    }
    HaproxyCfg file = appliance.haproxy().get();
    List<Listener> binds = new Listening(appliance).bindAll(file.binds());
    long failing = binds.stream().filter(bind -> bind.outcome().fails()).count();
    long unknown = binds.stream().filter(bind -> bind.outcome() == Outcome.UNKNOWN).count();
    if (appliance.verdict().filter(verdict -> !verdict.valid()).isPresent()) {
      return new HaproxyBoot(
          StartResult.FAILED, "haproxy -c refuses the file, so nothing is bound", binds);
    }
    if (failing > 0) {
      return new HaproxyBoot(
          StartResult.FAILED,
          failing + " of " + binds.size() + " addresses can't be bound, and one is enough",
          binds);
    }
    if (unknown > 0) {
      return new HaproxyBoot(
          StartResult.UNKNOWN,
          "of " + unknown + " of " + binds.size() + " addresses it is not known",
          binds);
    }
    return file.excerpt()
        ? new HaproxyBoot(StartResult.UNKNOWN, "only parts of haproxy.cfg were captured", binds)
        : new HaproxyBoot(StartResult.STARTED, "", binds);
  }
}
