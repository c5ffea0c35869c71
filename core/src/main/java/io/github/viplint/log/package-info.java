/**
 * Signatures of log messages and the scan for them. Signatures are data that rule packs bring;
 * nothing here knows a particular one.
 */
@NullMarked
package io.github.viplint.log;

import org.jspecify.annotations.NullMarked;
