package io.github.viplint.model;

import inet.ipaddr.IPAddress;

/** An address and a TCP port, {@code 192.168.1.35:443}. */
public record Endpoint(IPAddress address, int port) {
  public Endpoint {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("no port: " + port);
    }
  }

  @Override
  public String toString() {
    return address.isIPv6() ? "[" + address + "]:" + port : address + ":" + port;
  }
}
