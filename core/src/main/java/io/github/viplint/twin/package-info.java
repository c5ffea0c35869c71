/**
 * A host re-enacted: what the kernel would answer and what the appliance's services would do, from
 * captured facts.
 *
 * <p>Parts of a host that were not captured are unknown here, never absent.
 */
@NullMarked
package io.github.viplint.twin;

import org.jspecify.annotations.NullMarked;
