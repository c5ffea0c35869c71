package io.github.viplint.faststart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Where a program makes an order of keys: with {@link Order}, in place of Java's own. */
final class OrderCall {
  private static final String COMPARATOR = "java/util/Comparator";

  private OrderCall() {}

  static boolean is(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && call.owner.equals(COMPARATOR)
        && (call.name.startsWith("comparing") || call.name.startsWith("thenComparing"));
  }

  static MethodInsnNode own(MethodInsnNode call) {
    String type = call.desc;
    if (call.getOpcode() == Opcodes.INVOKEINTERFACE) {
      type = "(L" + COMPARATOR + ";" + type.substring(1);
    }
    return new MethodInsnNode(
        Opcodes.INVOKESTATIC, Type.getInternalName(Order.class), call.name, type, false);
  }

  /** The class that is called then, as the compiler made it. */
  static ClassNode toClass() {
    ClassNode node = new ClassNode();
    try (InputStream in = Order.class.getResourceAsStream("Order.class")) {
      new ClassReader(in).accept(node, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return node;
  }
}
