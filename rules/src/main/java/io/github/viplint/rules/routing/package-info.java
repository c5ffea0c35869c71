/** Area 4: which way packets go. */
@NullMarked
package io.github.viplint.rules.routing;

import org.jspecify.annotations.NullMarked;
