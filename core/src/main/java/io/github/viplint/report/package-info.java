/** Reports: one class for each format. Reports decide nothing; they print what the run found. */
@NullMarked
package io.github.viplint.report;

import org.jspecify.annotations.NullMarked;
