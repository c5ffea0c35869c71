/**
 * How fast viplint is and how much memory it takes, beside the tools that read the same.
 *
 * <p>Whole processes are measured by {@link io.github.viplint.benchmarks.SideBySide}, inner loops
 * by JMH. The inputs are generated, the same on every machine.
 */
@NullMarked
package io.github.viplint.benchmarks;

import org.jspecify.annotations.NullMarked;
