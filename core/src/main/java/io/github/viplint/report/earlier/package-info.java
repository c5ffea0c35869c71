/**
 * Takes a JSON report in again, to be shown in another format or held against a later one. Such a
 * report comes from strangers, as bundles do: it is bounded, and nothing in it is believed without
 * a look.
 */
@NullMarked
package io.github.viplint.report.earlier;

import org.jspecify.annotations.NullMarked;
