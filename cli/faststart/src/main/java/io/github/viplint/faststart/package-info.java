/**
 * Rewrites the jars of the program so that it starts fast, without a change in what it does. A
 * short run spends half of its time on what Java does anew each time: it links lambdas, one by one,
 * compiles patterns, and opens jars for small files. An archive of classes can't take that over,
 * but it can hold classes, so all of it becomes classes here. A tool of the build.
 */
@NullMarked
package io.github.viplint.faststart;

import org.jspecify.annotations.NullMarked;
