/** Area 2: binds and listeners. */
@NullMarked
package io.github.viplint.rules.bind;

import org.jspecify.annotations.NullMarked;
