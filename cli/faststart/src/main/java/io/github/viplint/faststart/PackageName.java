package io.github.viplint.faststart;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Where a program asks a class for its package only to learn its name: asks for the name, for which
 * Java need not read the manifest of a jar.
 */
final class PackageName {
  private static final String CLASS = "java/lang/Class";

  private PackageName() {}

  /** Whether it asks a package for its name. */
  static boolean isAsked(AbstractInsnNode instruction) {
    return isCall(instruction, "java/lang/Package", "getName")
        && isCall(Preceding.of(instruction), CLASS, "getPackage");
  }

  static void askDirectly(AbstractInsnNode instruction, InsnList code) {
    code.remove(Preceding.of(instruction));
    code.set(
        instruction,
        new MethodInsnNode(Opcodes.INVOKEVIRTUAL, CLASS, "getPackageName", "()Ljava/lang/String;"));
  }

  private static boolean isCall(@Nullable AbstractInsnNode instruction, String owner, String name) {
    return instruction instanceof MethodInsnNode call
        && call.owner.equals(owner)
        && call.name.equals(name);
  }
}
