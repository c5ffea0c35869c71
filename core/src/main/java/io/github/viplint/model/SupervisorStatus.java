package io.github.viplint.model;

import io.github.viplint.capture.Capture;
import java.util.Optional;

/**
 * How a Supervisor is, as vCenter's API answers; its messages are the entries of the capture's
 * {@link Log}.
 *
 * @param cluster its management endpoint, by which it is known; empty where the answer has none
 * @param config {@code RUNNING}, {@code CONFIGURING}, {@code REMOVING} or {@code ERROR}
 * @param kubernetes {@code READY}, {@code WARNING} or {@code ERROR}
 */
public record SupervisorStatus(
    Capture capture, String cluster, Optional<String> config, Optional<String> kubernetes)
    implements Facts {}
