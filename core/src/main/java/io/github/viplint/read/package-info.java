/**
 * From a capture to facts: Readers has the reader of each kind, LabReader puts hosts and states
 * together. The readers themselves stand by family in the packages below.
 *
 * <p>Readers never judge. They are total: a line that can't be read becomes an input problem, and
 * reading goes on with the next one.
 */
@NullMarked
package io.github.viplint.read;

import org.jspecify.annotations.NullMarked;
