package io.github.viplint.faststart;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A lambda or method reference, as a class of its own with what it captured in fields. What it does
 * stays in the method that the compiler made of its body. Java Virtual Machine Specification §4.10
 * and {@link java.lang.invoke.LambdaMetafactory} say what has to be converted.
 */
final class Lambda {
  private static final String INSTANCE = "INSTANCE";
  private static final String NEW = "of";
  private static final String INIT = "<init>";

  private final ClassNode owner;
  private final String name;
  private final String method;
  private final Type type;
  private final String made;
  private final Type[] captured;
  private final Type erased;
  private final Handle body;
  private final Type called;

  /**
   * @param owner the class that it is used in
   * @param name the internal name of the class to be
   */
  Lambda(ClassNode owner, String name, InvokeDynamicInsnNode call) {
    this.owner = owner;
    this.name = name;
    this.method = call.name;
    this.type = Type.getReturnType(call.desc);
    this.made = call.desc;
    this.captured = Type.getArgumentTypes(call.desc);
    this.erased = (Type) call.bsmArgs[0];
    this.body = (Handle) call.bsmArgs[1];
    this.called = (Type) call.bsmArgs[2];
  }

  /** Not so those that can be serialized or have further interfaces. */
  static boolean is(InvokeDynamicInsnNode call) {
    return call.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
        && call.bsm.getName().equals("metafactory");
  }

  /** What makes the lambda, of what lies on the stack; one that captures nothing is made once. */
  AbstractInsnNode use() {
    return captured.length == 0
        ? new FieldInsnNode(Opcodes.GETSTATIC, name, INSTANCE, type.getDescriptor())
        : new MethodInsnNode(Opcodes.INVOKESTATIC, name, NEW, made, false);
  }

  ClassNode toClass() {
    ClassNode node = new ClassNode();
    node.version = owner.version;
    node.access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
    node.name = name;
    node.superName = "java/lang/Object";
    node.interfaces.add(type.getInternalName());
    for (int index = 0; index < captured.length; index++) {
      node.fields.add(
          new FieldNode(
              Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL,
              field(index),
              captured[index].getDescriptor(),
              null,
              null));
    }
    node.methods.add(constructor());
    if (captured.length == 0) {
      node.fields.add(
          new FieldNode(
              Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, INSTANCE, type.getDescriptor(), null, null));
      node.methods.add(initializer());
    } else {
      node.methods.add(factory());
    }
    node.methods.add(call());
    return node;
  }

  private static String field(int index) {
    return "captured" + index;
  }

  private String constructorType() {
    return Type.getMethodDescriptor(Type.VOID_TYPE, captured);
  }

  private MethodNode constructor() {
    MethodNode code = new MethodNode(Opcodes.ACC_PRIVATE, INIT, constructorType(), null, null);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", INIT, "()V", false);
    int slot = 1;
    for (int index = 0; index < captured.length; index++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(captured[index].getOpcode(Opcodes.ILOAD), slot);
      code.visitFieldInsn(Opcodes.PUTFIELD, name, field(index), captured[index].getDescriptor());
      slot += captured[index].getSize();
    }
    code.visitInsn(Opcodes.RETURN);
    return code;
  }

  private MethodNode initializer() {
    MethodNode code = new MethodNode(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    code.visitTypeInsn(Opcodes.NEW, name);
    code.visitInsn(Opcodes.DUP);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, INIT, constructorType(), false);
    code.visitFieldInsn(Opcodes.PUTSTATIC, name, INSTANCE, type.getDescriptor());
    code.visitInsn(Opcodes.RETURN);
    return code;
  }

  private MethodNode factory() {
    MethodNode code = new MethodNode(Opcodes.ACC_STATIC, NEW, made, null, null);
    code.visitTypeInsn(Opcodes.NEW, name);
    code.visitInsn(Opcodes.DUP);
    int slot = 0;
    for (Type value : captured) {
      code.visitVarInsn(value.getOpcode(Opcodes.ILOAD), slot);
      slot += value.getSize();
    }
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, INIT, constructorType(), false);
    code.visitInsn(Opcodes.ARETURN);
    return code;
  }

  /** The method of the interface: calls the body with what was captured, then what it is given. */
  private MethodNode call() {
    MethodNode code =
        new MethodNode(Opcodes.ACC_PUBLIC, method, erased.getDescriptor(), null, null);
    Conversion convert = new Conversion(code);
    boolean makes = body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    if (makes) {
      code.visitTypeInsn(Opcodes.NEW, body.getOwner());
      code.visitInsn(Opcodes.DUP);
    }
    List<Type> wanted = bodyArguments();
    for (int index = 0; index < captured.length; index++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, name, field(index), captured[index].getDescriptor());
      convert.value(captured[index], wanted.get(index));
    }
    Type[] given = erased.getArgumentTypes();
    Type[] really = called.getArgumentTypes();
    int slot = 1;
    for (int index = 0; index < given.length; index++) {
      code.visitVarInsn(given[index].getOpcode(Opcodes.ILOAD), slot);
      slot += given[index].getSize();
      convert.value(given[index], really[index]);
      convert.value(really[index], wanted.get(captured.length + index));
    }
    code.visitMethodInsn(
        opcode(), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
    Type result = makes ? Type.getObjectType(body.getOwner()) : Type.getReturnType(body.getDesc());
    convert.result(result, called.getReturnType());
    code.visitInsn(erased.getReturnType().getOpcode(Opcodes.IRETURN));
    return code;
  }

  private List<Type> bodyArguments() {
    List<Type> arguments = new ArrayList<>();
    if (body.getTag() != Opcodes.H_INVOKESTATIC && body.getTag() != Opcodes.H_NEWINVOKESPECIAL) {
      arguments.add(Type.getObjectType(body.getOwner()));
    }
    arguments.addAll(List.of(Type.getArgumentTypes(body.getDesc())));
    return arguments;
  }

  private int opcode() {
    return switch (body.getTag()) {
      case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      // a private method of a nest mate is called as any other
      default -> body.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
    };
  }
}
