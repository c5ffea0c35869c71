/**
 * Archives and compressed files as streams of members: nothing is unpacked to disk, and what an
 * archive says of itself is not trusted. Knows nothing of what a member holds.
 */
@NullMarked
package io.github.viplint.intake.archive;

import org.jspecify.annotations.NullMarked;
