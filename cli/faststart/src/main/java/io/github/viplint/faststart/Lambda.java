package io.github.viplint.faststart;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A lambda or method reference. What it does stays in the method that the compiler made of its
 * body. Java Virtual Machine Specification §4.10 and {@link java.lang.invoke.LambdaMetafactory} say
 * what has to be converted.
 *
 * @param made the type of what makes it: of what it captures, to its interface
 * @param body the method that the compiler made of its body, or the one that is referred to
 * @param called the type of the interface's method as it is called here
 */
record Lambda(Type made, Handle body, Type called) {

  static Lambda of(InvokeDynamicInsnNode call) {
    return new Lambda(
        Type.getMethodType(call.desc), (Handle) call.bsmArgs[1], (Type) call.bsmArgs[2]);
  }

  /** Not so those that can be serialized or have further interfaces. */
  static boolean is(InvokeDynamicInsnNode call) {
    return call.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
        && call.bsm.getName().equals("metafactory");
  }

  /**
   * Opens a private method to the package, where nothing else can come of it: a static one takes no
   * other's place, and a body that the compiler made is made static.
   *
   * @return whether it is open
   */
  static boolean open(MethodNode method, ClassNode owner, InvokeDynamicInsnNode call) {
    boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
    boolean isBody = (method.access & Opcodes.ACC_SYNTHETIC) != 0;
    if ((owner.access & Opcodes.ACC_INTERFACE) != 0 || !isStatic && !isBody) {
      return false;
    }
    method.access &= ~Opcodes.ACC_PRIVATE;
    if (!isStatic) {
      method.access |= Opcodes.ACC_STATIC;
      method.desc = "(L" + owner.name + ";" + method.desc.substring(1);
      call.bsmArgs[1] =
          new Handle(Opcodes.H_INVOKESTATIC, owner.name, method.name, method.desc, false);
    }
    return true;
  }

  Type[] captured() {
    return made.getArgumentTypes();
  }

  /**
   * Writes a call of the body with what was captured, then what the interface's method is given;
   * its result lies on the stack.
   *
   * @param erased the type that the interface declares its method with
   */
  void writeCall(MethodNode code, String owner, Type erased) {
    Conversion convert = new Conversion(code);
    boolean makes = body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    if (makes) {
      code.visitTypeInsn(Opcodes.NEW, body.getOwner());
      code.visitInsn(Opcodes.DUP);
    }
    List<Type> wanted = bodyArguments();
    List<Slot> slots = Slot.of(captured());
    for (int index = 0; index < slots.size(); index++) {
      Slot slot = slots.get(index);
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, owner, slot.name(), slot.type().getDescriptor());
      if (slot.isObject()) {
        convert.value(slot.type(), wanted.get(index));
      }
    }
    Type[] given = erased.getArgumentTypes();
    Type[] really = called.getArgumentTypes();
    int local = 1;
    for (int index = 0; index < given.length; index++) {
      code.visitVarInsn(given[index].getOpcode(Opcodes.ILOAD), local);
      local += given[index].getSize();
      convert.value(given[index], really[index]);
      convert.value(really[index], wanted.get(slots.size() + index));
    }
    code.visitMethodInsn(
        opcode(), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
    Type result = makes ? Type.getObjectType(body.getOwner()) : Type.getReturnType(body.getDesc());
    convert.result(result, called.getReturnType());
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
