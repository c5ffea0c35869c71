package io.github.viplint.config;

import io.github.viplint.capture.Span;

/**
 * A configuration, baseline or file of signatures that can't be used; the message names file, line
 * and column, and what to write instead.
 */
public final class ConfigurationException extends Exception {
  private static final long serialVersionUID = 1;

  ConfigurationException(String message) {
    super(message);
  }

  ConfigurationException(Span at, String message) {
    super(at + ": " + message);
  }
}
