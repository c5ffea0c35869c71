package io.github.viplint.model;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import io.github.viplint.model.haproxy.HaproxyVersion;

/**
 * What {@code haproxy -v} calls itself.
 *
 * @param span the version as written, {@code 2.2.2-1+deb10u1}
 */
public record HaproxyRelease(Capture capture, Span span, HaproxyVersion version) implements Facts {}
