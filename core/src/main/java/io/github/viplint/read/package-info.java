/**
 * Readers: from a capture to facts, one reader for each kind; and LabReader, which puts hosts and
 * states together.
 *
 * <p>Readers never judge. They are total: a line that can't be read becomes an input problem, and
 * reading goes on with the next one.
 */
@NullMarked
package io.github.viplint.read;

import org.jspecify.annotations.NullMarked;
