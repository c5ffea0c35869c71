/**
 * What {@code ip} and the words of a shell do to a kernel's rules and tables: their spelling, and
 * what iproute2 and the kernel refuse. Nothing here knows a service.
 */
@NullMarked
package io.github.viplint.twin.command;

import org.jspecify.annotations.NullMarked;
