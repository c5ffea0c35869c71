/**
 * One class per report format. A format prints a {@link io.github.viplint.lint.Report} and decides
 * nothing; whatever it prints of a capture is masked by the capture.
 */
@NullMarked
package io.github.viplint.report;

import org.jspecify.annotations.NullMarked;
