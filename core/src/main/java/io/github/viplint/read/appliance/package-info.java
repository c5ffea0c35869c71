/**
 * Readers of the appliance's own files: VIP ranges, route tables, workload networks, certificates.
 */
@NullMarked
package io.github.viplint.read.appliance;

import org.jspecify.annotations.NullMarked;
