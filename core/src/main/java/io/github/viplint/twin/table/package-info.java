/**
 * The routes of one table, indexed, and which of them a packet takes there. Nothing here knows
 * policy rules.
 */
@NullMarked
package io.github.viplint.twin.table;

import org.jspecify.annotations.NullMarked;
