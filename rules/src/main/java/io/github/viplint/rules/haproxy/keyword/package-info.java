/**
 * The words that haproxy's configuration is made of, by release: which section takes which, and
 * which word was meant. Data and look-ups only; rules say what comes of it.
 */
@NullMarked
package io.github.viplint.rules.haproxy.keyword;

import org.jspecify.annotations.NullMarked;
