/** Readers of logs: only lines that a signature wants are parsed, all others are scanned. */
@NullMarked
package io.github.viplint.read.log;

import org.jspecify.annotations.NullMarked;
