/**
 * Proves fixes: applies them in memory, reads and lints again, and looks whether it helped. Plans
 * which to apply, and writes files.
 */
@NullMarked
package io.github.viplint.fix;

import org.jspecify.annotations.NullMarked;
