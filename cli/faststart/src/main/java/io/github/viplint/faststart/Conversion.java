package io.github.viplint.faststart;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** What a value on the stack goes through from one type to another, as an assignment would. */
record Conversion(MethodNode code) {
  private static final Type OBJECT = Type.getObjectType("java/lang/Object");

  /** From one to the other: boxed, unboxed, widened or cast. */
  void value(Type from, Type to) {
    if (from.equals(to)) {
      return;
    }
    if (Box.isPrimitive(from)) {
      if (Box.isPrimitive(to)) {
        widen(from, to);
      } else {
        Box box = Box.of(from);
        code.visitMethodInsn(
            Opcodes.INVOKESTATIC,
            box.className(),
            "valueOf",
            Type.getMethodDescriptor(box.type(), from),
            false);
      }
    } else if (Box.isPrimitive(to)) {
      Box box = Box.is(from) ? Box.by(from) : Box.of(to);
      value(from, box.type());
      code.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL,
          box.className(),
          box.primitive().getClassName() + "Value",
          Type.getMethodDescriptor(box.primitive()),
          false);
      widen(box.primitive(), to);
    } else if (!to.equals(OBJECT)) {
      code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
    }
  }

  /** The same for what a method gives back: nothing is wanted of it where {@code to} is void. */
  void result(Type from, Type to) {
    if (!to.equals(Type.VOID_TYPE)) {
      value(from, to);
    } else if (from.getSize() > 0) {
      code.visitInsn(from.getSize() == 1 ? Opcodes.POP : Opcodes.POP2);
    }
  }

  private void widen(Type from, Type to) {
    if (from.equals(to) || to.equals(Type.INT_TYPE) || to.equals(Type.SHORT_TYPE)) {
      return; // smaller ones are ints on the stack
    }
    code.visitInsn(
        switch (from.getSort()) {
          case Type.LONG -> to.equals(Type.FLOAT_TYPE) ? Opcodes.L2F : Opcodes.L2D;
          case Type.FLOAT -> Opcodes.F2D;
          default ->
              switch (to.getSort()) {
                case Type.LONG -> Opcodes.I2L;
                case Type.FLOAT -> Opcodes.I2F;
                default -> Opcodes.I2D;
              };
        });
  }
}
