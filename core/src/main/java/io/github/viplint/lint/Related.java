package io.github.viplint.lint;

import io.github.viplint.capture.Span;

/** Another place that a finding is about: the other of two ranges that overlap. */
public record Related(Span span, String message) {}
