/**
 * How far viplint agrees with the real haproxy: the files of a corpus with what several versions
 * said of them, and lines of our own that the installed haproxy judges as the test runs.
 */
@NullMarked
package io.github.viplint.rules.haproxy.agreement;

import org.jspecify.annotations.NullMarked;
