@NullMarked
package io.github.viplint.faststart;

import org.jspecify.annotations.NullMarked;
