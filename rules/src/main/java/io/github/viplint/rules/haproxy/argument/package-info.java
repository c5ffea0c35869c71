/**
 * What haproxy refuses as an argument, in small tables. Only what is in a table is judged: an
 * argument that nobody measured is never called wrong.
 */
@NullMarked
package io.github.viplint.rules.haproxy.argument;

import org.jspecify.annotations.NullMarked;
