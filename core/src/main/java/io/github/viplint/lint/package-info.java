/**
 * Rules and what becomes of their findings: the contract of a rule, the run over a lab, conditions
 * and causes, the report.
 *
 * <p>No text is parsed here and nothing is printed.
 */
@NullMarked
package io.github.viplint.lint;

import org.jspecify.annotations.NullMarked;
