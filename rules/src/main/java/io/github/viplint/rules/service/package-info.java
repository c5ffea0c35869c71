/** Area 6: the services and their journals. */
@NullMarked
package io.github.viplint.rules.service;

import org.jspecify.annotations.NullMarked;
