package io.github.viplint.model.haproxy;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Span;
import java.util.Optional;

/**
 * A {@code server} line.
 *
 * @param proxy the name of its backend or listen section
 * @param span the address as written, with its port
 * @param address empty for a host name or socket
 * @param port 0 where there is none, or where it is relative to the port of the connection
 */
public record Server(
    String proxy,
    String name,
    Directive directive,
    Span span,
    Optional<IPAddress> address,
    int port) {}
