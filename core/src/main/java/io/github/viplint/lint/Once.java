package io.github.viplint.lint;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is worked out when it is first asked for, and once: whoever asks meanwhile waits.
 */
final class Once<T> implements Supplier<T> {
  private final Supplier<T> work;
  private volatile @Nullable T known;

  Once(Supplier<T> work) {
    this.work = work;
  }

  @Override
  public T get() {
    T found = known;
    if (found == null) {
      synchronized (this) {
        found = known;
        if (found == null) {
          found = work.get();
          known = found;
        }
      }
    }
    return found;
  }
}
