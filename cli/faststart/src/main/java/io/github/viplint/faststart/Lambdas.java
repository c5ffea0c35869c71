package io.github.viplint.faststart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
 * The lambdas and method references that are used in one class or package, as one class: a class
 * takes far longer to load than to pick one of some. An instance knows which of them it is and has
 * what that one captured in fields. It is of all their interfaces, which nobody asks it for: those
 * of Java's own, none of which says another thing than another, are together; of others each is for
 * itself.
 */
final class Lambdas {
  private static final String WHICH = "which";
  private static final String NEW = "of";
  private static final String INIT = "<init>";

  /** More of them would be loaded for a few, and the code of one method is limited. */
  private static final int MOST = 200;

  private final int version;
  private final String name;
  private final boolean javaOwn;
  private final Set<String> interfaces = new LinkedHashSet<>();
  private final Map<Method, List<Lambda>> byMethod = new LinkedHashMap<>();
  private final List<Made> all = new ArrayList<>();

  /**
   * A method of an interface.
   *
   * @param type the one that the interface declares it with
   */
  private record Method(String name, Type type) {
    static Method of(InvokeDynamicInsnNode call) {
      return new Method(call.name, (Type) call.bsmArgs[0]);
    }
  }

  /**
   * A lambda as it is made.
   *
   * @param which its number among those of the same method
   */
  private record Made(Lambda lambda, int which) {}

  /**
   * @param owner the class that they are used in
   * @param name the internal name of the class to be
   * @param call the making of one of them
   */
  Lambdas(ClassNode owner, String name, InvokeDynamicInsnNode call) {
    this.version = owner.version;
    this.name = name;
    this.javaOwn = isJavaOwn(call);
    this.interfaces.add(interfaceOf(call));
  }

  private static String interfaceOf(InvokeDynamicInsnNode call) {
    return Type.getReturnType(call.desc).getInternalName();
  }

  static boolean isJavaOwn(InvokeDynamicInsnNode call) {
    String type = interfaceOf(call);
    return type.startsWith("java/util/function/") || type.equals("java/util/Comparator");
  }

  /**
   * The first of {@code all} that take it, or new ones among them.
   *
   * @param name what their internal names begin with
   */
  static Lambdas among(
      List<Lambdas> all, String name, InvokeDynamicInsnNode call, ClassNode owner) {
    for (Lambdas known : all) {
      if (known.takes(call)) {
        return known;
      }
    }
    Lambdas first = new Lambdas(owner, name + all.size(), call);
    all.add(first);
    return first;
  }

  /** Whether it may be one of these. */
  boolean takes(InvokeDynamicInsnNode call) {
    return all.size() < MOST
        && (javaOwn ? isJavaOwn(call) : interfaces.contains(interfaceOf(call)));
  }

  /** Adds one and gives back what makes it, of what lies on the stack. */
  MethodInsnNode add(InvokeDynamicInsnNode call) {
    Lambda lambda = Lambda.of(call);
    List<Lambda> same = byMethod.computeIfAbsent(Method.of(call), key -> new ArrayList<>());
    all.add(new Made(lambda, same.size()));
    same.add(lambda);
    interfaces.add(interfaceOf(call));
    return new MethodInsnNode(
        Opcodes.INVOKESTATIC, name, NEW + (all.size() - 1), lambda.made().getDescriptor(), false);
  }

  ClassNode toClass() {
    ClassNode node = new ClassNode();
    node.version = version;
    node.access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
    node.name = name;
    node.superName = "java/lang/Object";
    node.interfaces.addAll(interfaces);
    List<Slot> slots = slots();
    node.fields.add(field(WHICH, Type.INT_TYPE));
    slots.forEach(slot -> node.fields.add(field(slot.name(), slot.type())));
    node.methods.add(constructor(slots));
    for (int number = 0; number < all.size(); number++) {
      node.methods.add(factory(number, slots));
    }
    byMethod.forEach((method, lambdas) -> node.methods.add(call(method, lambdas)));
    return node;
  }

  /** As many as the one that captured the most needs, of each type. */
  private List<Slot> slots() {
    Set<Slot> slots = new LinkedHashSet<>();
    all.forEach(made -> slots.addAll(Slot.of(made.lambda().captured())));
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

  private MethodNode factory(int number, List<Slot> slots) {
    Made made = all.get(number);
    String type = made.lambda().made().getDescriptor();
    MethodNode code = new MethodNode(Opcodes.ACC_STATIC, NEW + number, type, null, null);
    code.visitTypeInsn(Opcodes.NEW, name);
    code.visitInsn(Opcodes.DUP);
    List<Slot> used = Slot.of(made.lambda().captured());
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
    code.visitIntInsn(Opcodes.SIPUSH, made.which());
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, INIT, constructorType(slots), false);
    code.visitInsn(Opcodes.ARETURN);
    return code;
  }

  /** The method of an interface. */
  private MethodNode call(Method method, List<Lambda> lambdas) {
    MethodNode code =
        new MethodNode(
            Opcodes.ACC_PUBLIC, method.name(), method.type().getDescriptor(), null, null);
    if (lambdas.size() == 1) {
      write(lambdas.get(0), method.type(), code);
      return code;
    }
    Label[] labels = lambdas.stream().map(lambda -> new Label()).toArray(Label[]::new);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, name, WHICH, Type.INT_TYPE.getDescriptor());
    code.visitTableSwitchInsn(0, labels.length - 1, labels[0], labels);
    for (int which = 0; which < labels.length; which++) {
      code.visitLabel(labels[which]);
      code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
      write(lambdas.get(which), method.type(), code);
    }
    return code;
  }

  private void write(Lambda lambda, Type type, MethodNode code) {
    lambda.writeCall(code, name, type);
    code.visitInsn(type.getReturnType().getOpcode(Opcodes.IRETURN));
  }
}
