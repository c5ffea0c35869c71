/** The configuration file, {@code .viplint.yaml}. The only package that knows YAML. */
@NullMarked
package io.github.viplint.config;

import org.jspecify.annotations.NullMarked;
