/**
 * Rewrites the jars of the program so that it starts fast, without a change in what it does: a
 * short run spends a third of its time on linking lambdas, one by one, which an archive of classes
 * can't take over; classes it can. A tool of the build.
 */
@NullMarked
package io.github.viplint.faststart;

import org.jspecify.annotations.NullMarked;
