/**
 * The address space: who uses which address for what. Overlaps, containment and free blocks are
 * questions on one table of claims.
 */
@NullMarked
package io.github.viplint.space;

import org.jspecify.annotations.NullMarked;
