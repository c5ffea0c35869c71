/** anyip-routes.service, which makes VIP ranges local. */
@NullMarked
package io.github.viplint.twin.anyip;

import org.jspecify.annotations.NullMarked;
