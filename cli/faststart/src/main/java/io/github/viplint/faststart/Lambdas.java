package io.github.viplint.faststart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * All lambdas and method references of one interface that are used in one class, as one class: a
 * class takes far longer to load than to pick one of a few. An instance knows which of them it is
 * and has what that one captured in fields.
 */
final class Lambdas {
  private static final String WHICH = "which";
  private static final String NEW = "of";
  private static final String INIT = "<init>";

  private final int version;
  private final String name;
  private final Type type;
  private final String method;
  private final Type erased;
  private final List<Lambda> all = new ArrayList<>();

  /**
   * @param owner the class that they are used in
   * @param name the internal name of the class to be
   * @param call the making of one of them
   */
  Lambdas(ClassNode owner, String name, InvokeDynamicInsnNode call) {
    this.version = owner.version;
    this.name = name;
    this.type = Type.getReturnType(call.desc);
    this.method = call.name;
    this.erased = (Type) call.bsmArgs[0];
  }

  /** Whether it is of the same interface. */
  boolean takes(InvokeDynamicInsnNode call) {
    return type.equals(Type.getReturnType(call.desc))
        && method.equals(call.name)
        && erased.equals(call.bsmArgs[0]);
  }

  /** Adds one and gives back what makes it, of what lies on the stack. */
  MethodInsnNode add(Lambda lambda) {
    all.add(lambda);
    return new MethodInsnNode(
        Opcodes.INVOKESTATIC, name, NEW + (all.size() - 1), lambda.made().getDescriptor(), false);
  }

  ClassNode toClass() {
    ClassNode node = new ClassNode();
    node.version = version;
    node.access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
    node.name = name;
    node.superName = "java/lang/Object";
    node.interfaces.add(type.getInternalName());
    List<Slot> slots = slots();
    node.fields.add(field(WHICH, Type.INT_TYPE));
    slots.forEach(slot -> node.fields.add(field(slot.name(), slot.type())));
    node.methods.add(constructor(slots));
    for (int which = 0; which < all.size(); which++) {
      node.methods.add(factory(which, slots));
    }
    node.methods.add(call());
    return node;
  }

  /** As many as the one that captured the most needs, of each type. */
  private List<Slot> slots() {
    Set<Slot> slots = new LinkedHashSet<>();
    all.forEach(lambda -> slots.addAll(Slot.of(lambda.captured())));
    return List.copyOf(slots);
  }

  private static FieldNode field(String name, Type type) {
    return new FieldNode(
        Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, name, type.getDescriptor(), null, null);
  }

  private static String constructorType(List<Slot> slots) {
    List<Type> types = new ArrayList<>(slots.stream().map(Slot::type).toList());
    types.add(Type.INT_TYPE);
    return Type.getMethodDescriptor(Type.VOID_TYPE, types.toArray(Type[]::new));
  }

  private MethodNode constructor(List<Slot> slots) {
    MethodNode code = new MethodNode(Opcodes.ACC_PRIVATE, INIT, constructorType(slots), null, null);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", INIT, "()V", false);
    int local = 1;
    for (Slot slot : slots) {
      set(code, slot.name(), slot.type(), local);
      local += slot.type().getSize();
    }
    set(code, WHICH, Type.INT_TYPE, local);
    code.visitInsn(Opcodes.RETURN);
    return code;
  }

  private void set(MethodNode code, String field, Type type, int local) {
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
    code.visitFieldInsn(Opcodes.PUTFIELD, name, field, type.getDescriptor());
  }

  private MethodNode factory(int which, List<Slot> slots) {
    Lambda lambda = all.get(which);
    MethodNode code =
        new MethodNode(Opcodes.ACC_STATIC, NEW + which, lambda.made().getDescriptor(), null, null);
    code.visitTypeInsn(Opcodes.NEW, name);
    code.visitInsn(Opcodes.DUP);
    List<Slot> used = Slot.of(lambda.captured());
    for (Slot slot : slots) {
      int index = used.indexOf(slot);
      if (index < 0) {
        code.visitInsn(slot.nothing());
      } else {
        int local = 0;
        for (Slot before : used.subList(0, index)) {
          local += before.type().getSize();
        }
        code.visitVarInsn(slot.type().getOpcode(Opcodes.ILOAD), local);
      }
    }
    code.visitIntInsn(Opcodes.SIPUSH, which);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, INIT, constructorType(slots), false);
    code.visitInsn(Opcodes.ARETURN);
    return code;
  }

  /** The method of the interface. */
  private MethodNode call() {
    MethodNode code =
        new MethodNode(Opcodes.ACC_PUBLIC, method, erased.getDescriptor(), null, null);
    if (all.size() == 1) {
      write(all.get(0), code);
      return code;
    }
    Label[] labels = all.stream().map(lambda -> new Label()).toArray(Label[]::new);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, name, WHICH, Type.INT_TYPE.getDescriptor());
    code.visitTableSwitchInsn(0, labels.length - 1, labels[0], labels);
    for (int which = 0; which < labels.length; which++) {
      code.visitLabel(labels[which]);
      code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
      write(all.get(which), code);
    }
    return code;
  }

  private void write(Lambda lambda, MethodNode code) {
    lambda.writeCall(code, name, erased);
    code.visitInsn(erased.getReturnType().getOpcode(Opcodes.IRETURN));
  }
}
