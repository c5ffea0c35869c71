/** Area 8: plans, judged by themselves and against what was captured of the lab. */
@NullMarked
package io.github.viplint.rules.plan;

import org.jspecify.annotations.NullMarked;
