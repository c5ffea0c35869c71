/** route-tables.service, which gives each network a table and rules of its own. */
@NullMarked
package io.github.viplint.twin.routetables;

import org.jspecify.annotations.NullMarked;
