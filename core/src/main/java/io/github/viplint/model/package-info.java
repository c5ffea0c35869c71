/**
 * Typed, immutable facts read from captures, each with the span it was read from; and what they
 * belong to: labs, hosts and states.
 *
 * <p>Facts state what a text says. They never judge it and never come from anywhere but a reader.
 */
@NullMarked
package io.github.viplint.model;

import org.jspecify.annotations.NullMarked;
