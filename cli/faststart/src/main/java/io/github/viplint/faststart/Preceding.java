package io.github.viplint.faststart;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;

/** The instruction before another; labels and numbers of lines may be between them. */
final class Preceding {
  private Preceding() {}

  static @Nullable AbstractInsnNode of(AbstractInsnNode instruction) {
    AbstractInsnNode before = instruction.getPrevious();
    while (before != null && before.getOpcode() < 0) {
      before = before.getPrevious();
    }
    return before;
  }
}
