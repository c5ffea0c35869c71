/** Area 9: what was captured, and how. */
@NullMarked
package io.github.viplint.rules.hygiene;

import org.jspecify.annotations.NullMarked;
