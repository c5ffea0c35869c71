package io.github.viplint.config;

/**
 * A configuration file that can't be used; the message names file and line and what to write
 * instead.
 */
public final class ConfigurationException extends Exception {
  private static final long serialVersionUID = 1;

  ConfigurationException(String message) {
    super(message);
  }
}
