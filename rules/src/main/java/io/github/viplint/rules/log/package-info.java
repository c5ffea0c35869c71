/** The built-in log signatures. Data only: what follows from a message is for rules to say. */
@NullMarked
package io.github.viplint.rules.log;

import org.jspecify.annotations.NullMarked;
