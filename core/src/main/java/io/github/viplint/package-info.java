/** The library's front door. */
@NullMarked
package io.github.viplint;

import org.jspecify.annotations.NullMarked;
