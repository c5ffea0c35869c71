package io.github.viplint.faststart;

import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * {@code equals}, {@code hashCode} or {@code toString} of a record, where the compiler left it to
 * {@link java.lang.runtime.ObjectMethods}: with the same results.
 *
 * @param owner the internal name of the record
 * @param simpleName the name that {@code toString} begins with
 * @param fields the components
 */
record RecordMethod(String name, String owner, String simpleName, List<Handle> fields) {
  private static final String BUILDER = "java/lang/StringBuilder";
  private static final String OBJECTS = "java/util/Objects";

  static boolean is(InvokeDynamicInsnNode call) {
    return call.bsm.getOwner().equals("java/lang/runtime/ObjectMethods");
  }

  static RecordMethod of(ClassNode owner, InvokeDynamicInsnNode call) {
    List<Handle> fields = Arrays.stream(call.bsmArgs).skip(2).map(Handle.class::cast).toList();
    String simpleName =
        owner.innerClasses.stream()
            .filter(inner -> inner.name.equals(owner.name) && inner.innerName != null)
            .map(inner -> inner.innerName)
            .findFirst()
            .orElse(owner.name.substring(owner.name.lastIndexOf('/') + 1));
    return new RecordMethod(call.name, owner.name, simpleName, fields);
  }

  /** Puts it in place of what the method does. */
  void writeTo(MethodNode code) {
    code.instructions.clear();
    code.localVariables = null;
    switch (name) {
      case "equals" -> writeEquals(code);
      case "hashCode" -> writeHashCode(code);
      default -> writeToString(code);
    }
  }

  private void writeEquals(MethodNode code) {
    Label differs = new Label();
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitTypeInsn(Opcodes.INSTANCEOF, owner);
    code.visitJumpInsn(Opcodes.IFEQ, differs);
    for (Handle field : fields) {
      Type type = Type.getType(field.getDesc());
      code.visitVarInsn(Opcodes.ALOAD, 0);
      get(code, field);
      code.visitVarInsn(Opcodes.ALOAD, 1);
      code.visitTypeInsn(Opcodes.CHECKCAST, owner);
      get(code, field);
      if (Box.isPrimitive(type)) {
        // so that 0.0 and -0.0 differ, and what is no number is equal to itself
        String compared = Type.getMethodDescriptor(Type.INT_TYPE, type, type);
        code.visitMethodInsn(
            Opcodes.INVOKESTATIC, Box.of(type).className(), "compare", compared, false);
        code.visitJumpInsn(Opcodes.IFNE, differs);
      } else {
        code.visitMethodInsn(
            Opcodes.INVOKESTATIC,
            OBJECTS,
            "equals",
            "(Ljava/lang/Object;Ljava/lang/Object;)Z",
            false);
        code.visitJumpInsn(Opcodes.IFEQ, differs);
      }
    }
    code.visitInsn(Opcodes.ICONST_1);
    code.visitInsn(Opcodes.IRETURN);
    code.visitLabel(differs);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    code.visitInsn(Opcodes.ICONST_0);
    code.visitInsn(Opcodes.IRETURN);
  }

  private void writeHashCode(MethodNode code) {
    code.visitInsn(Opcodes.ICONST_0);
    for (Handle field : fields) {
      Type type = Type.getType(field.getDesc());
      code.visitIntInsn(Opcodes.BIPUSH, 31);
      code.visitInsn(Opcodes.IMUL);
      code.visitVarInsn(Opcodes.ALOAD, 0);
      get(code, field);
      if (Box.isPrimitive(type)) {
        String hashed = Type.getMethodDescriptor(Type.INT_TYPE, type);
        code.visitMethodInsn(
            Opcodes.INVOKESTATIC, Box.of(type).className(), "hashCode", hashed, false);
      } else {
        code.visitMethodInsn(
            Opcodes.INVOKESTATIC, OBJECTS, "hashCode", "(Ljava/lang/Object;)I", false);
      }
      code.visitInsn(Opcodes.IADD);
    }
    code.visitInsn(Opcodes.IRETURN);
  }

  private void writeToString(MethodNode code) {
    code.visitTypeInsn(Opcodes.NEW, BUILDER);
    code.visitInsn(Opcodes.DUP);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, BUILDER, "<init>", "()V", false);
    String before = simpleName + "[";
    for (Handle field : fields) {
      append(code, before + field.getName() + "=");
      code.visitVarInsn(Opcodes.ALOAD, 0);
      get(code, field);
      append(code, Type.getType(field.getDesc()));
      before = ", ";
    }
    append(code, fields.isEmpty() ? before + "]" : "]");
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BUILDER, "toString", "()Ljava/lang/String;", false);
    code.visitInsn(Opcodes.ARETURN);
  }

  private static void append(MethodNode code, String text) {
    code.visitLdcInsn(text);
    append(code, Type.getType(String.class));
  }

  private static void append(MethodNode code, Type type) {
    Type taken =
        switch (type.getSort()) {
          case Type.BYTE, Type.SHORT -> Type.INT_TYPE;
          case Type.ARRAY, Type.OBJECT -> Type.getType(Object.class);
          default -> type;
        };
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        BUILDER,
        "append",
        Type.getMethodDescriptor(Type.getObjectType(BUILDER), taken),
        false);
  }

  private void get(MethodNode code, Handle field) {
    code.visitFieldInsn(Opcodes.GETFIELD, owner, field.getName(), field.getDesc());
  }
}
