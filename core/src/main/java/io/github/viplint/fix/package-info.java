/** Proves fixes: applies them in memory, reads and lints again, and looks whether it helped. */
@NullMarked
package io.github.viplint.fix;

import org.jspecify.annotations.NullMarked;
