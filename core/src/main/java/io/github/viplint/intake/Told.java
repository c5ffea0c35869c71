package io.github.viplint.intake;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Fidelity;
import java.util.Optional;

/**
 * What is known of a source from outside its text.
 *
 * @param kind that the user told; overrules the content
 * @param suggested the kind that the source's name speaks of, for text that leaves it open
 * @param host that the user told; overrules the prompts
 * @param fidelity of all its parts
 */
record Told(
    Optional<CaptureKind> kind,
    Optional<CaptureKind> suggested,
    Optional<String> host,
    Fidelity fidelity) {}
