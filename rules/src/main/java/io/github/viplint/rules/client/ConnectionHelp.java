package io.github.viplint.rules.client;

import io.github.viplint.lint.Condition;
import io.github.viplint.model.Endpoint;
import java.util.Optional;

/**
 * Where to look when a connection failed, by what stands behind the port (Go's net package words
 * the error, the kernel finds it).
 */
final class ConnectionHelp {
  private ConnectionHelp() {}

  static String of(Condition.Kind kind, Optional<Endpoint> endpoint) {
    String place = endpoint.map(Endpoint::toString).orElse("it");
    String address = endpoint.map(known -> known.address().toString()).orElse("its address");
    boolean dataPlane =
        endpoint.filter(at -> at.port() == FailedConnections.DATA_PLANE_API_PORT).isPresent();
    return switch (kind) {
      case CLIENT_REFUSED ->
          dataPlane
              ? "on the appliance: `systemctl status dataplaneapi`, and compare the port in vCenter"
                  + " with it"
              : "on the appliance: is haproxy running (`systemctl status haproxy`), and does a"
                  + " frontend bind "
                  + place
                  + "?";
      case CLIENT_TIMEOUT ->
          "look for a firewall, a wrong gateway, and replies that leave by another interface than"
              + " requests come in by (`ip route get` of the client's address on the appliance)";
      case CLIENT_EOF ->
          "look at the servers behind "
              + place
              + ": are they up (haproxy's log says DOWN), and is none of them inside a VIP range?";
      default ->
          dataPlane
              ? "check the management address of the appliance and the network between it and vCenter"
              : "on the appliance: is "
                  + address
                  + " in an active range (`ip route get "
                  + address
                  + "` must say local)? If so, look at VLANs and routes between the networks";
    };
  }
}
