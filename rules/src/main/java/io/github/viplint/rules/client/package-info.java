/** Area 7: vCenter, the Data Plane API and clients. */
@NullMarked
package io.github.viplint.rules.client;

import org.jspecify.annotations.NullMarked;
