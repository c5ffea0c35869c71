package io.github.viplint.intake;

import io.github.viplint.capture.Encoding;

/**
 * One text of the inputs, whole, whether or not a reader wants it.
 *
 * @param file the path as given, {@code bundle.tgz!/member}, or {@code -}
 * @param place where it would stand in a copy of the inputs: the folder or archive that was given
 *     is the copy's own folder where it is the only input, else a folder of its name
 */
public record RawText(String file, String place, String text, Encoding encoding) {}
