/**
 * Plans: the lab as it is meant to be, from OVF properties, tables and lists, wcp-config.json,
 * vCenter's API and cluster manifests. Each reader knows one notation; PlanBuilder puts together
 * what they find, and PlanValue reads the values, which people write the same way everywhere.
 */
@NullMarked
package io.github.viplint.read.plan;

import org.jspecify.annotations.NullMarked;
