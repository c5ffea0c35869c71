/**
 * What a haproxy.cfg says: lines as words, sections, typed views of the lines that rules ask about,
 * and tables of what is defined and referred to.
 *
 * <p>Knows nothing of hosts or other captures. Whether haproxy takes what it says is not judged
 * here.
 */
@NullMarked
package io.github.viplint.model.haproxy;

import org.jspecify.annotations.NullMarked;
