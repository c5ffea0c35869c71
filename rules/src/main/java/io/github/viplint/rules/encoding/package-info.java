/** What the encoding of a file does to the services that read it, for the rules about them. */
@NullMarked
package io.github.viplint.rules.encoding;

import org.jspecify.annotations.NullMarked;
