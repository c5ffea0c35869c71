/**
 * The appliance as its services find it: its files, its release, its kernel, and what a service may
 * make of a line. The services themselves have packages of their own.
 */
@NullMarked
package io.github.viplint.twin.appliance;

import org.jspecify.annotations.NullMarked;
