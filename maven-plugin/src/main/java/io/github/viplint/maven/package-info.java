/**
 * The Maven goals: they turn a project's settings into options of the library and its report into a
 * build result. Nothing is linted here.
 */
@NullMarked
package io.github.viplint.maven;

import org.jspecify.annotations.NullMarked;
