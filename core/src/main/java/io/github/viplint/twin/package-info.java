/**
 * A host re-enacted: what the kernel would answer and what the appliance's services would do, from
 * captured facts. Here are a boot of all services and the commands of a person; the packages below
 * hold the parts: the kernel, its tables and routing, the commands of iproute2, and each service.
 *
 * <p>Parts of a host that were not captured are unknown here, never absent.
 */
@NullMarked
package io.github.viplint.twin;

import org.jspecify.annotations.NullMarked;
