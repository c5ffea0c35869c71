/** Area 3: route-tables.cfg, rt_tables, workload-networks.cfg and policy rules. */
@NullMarked
package io.github.viplint.rules.table;

import org.jspecify.annotations.NullMarked;
