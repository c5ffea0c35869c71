package io.github.viplint.faststart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A pattern in a constant that its class compiles when it is initialized: compiled when it is first
 * used in place of that, which in most runs is never.
 *
 * @param field where it is kept
 * @param compile what compiles it
 * @param arguments what that is given: a text, and perhaps a number
 */
record LazyPattern(FieldInsnNode field, MethodInsnNode compile, List<AbstractInsnNode> arguments) {
  private static final String PATTERN = "java/util/regex/Pattern";

  /** Those of a class that no other jar can name; it initializes them no longer. */
  static List<LazyPattern> takenFrom(ClassNode node) {
    List<LazyPattern> all = new ArrayList<>();
    for (MethodNode method : node.methods) {
      if (method.name.equals("<clinit>")) {
        for (AbstractInsnNode instruction : method.instructions.toArray()) {
          of(instruction, node).ifPresent(all::add);
        }
        all.forEach(pattern -> pattern.removeFrom(method.instructions));
      }
    }
    return all;
  }

  private static Optional<LazyPattern> of(AbstractInsnNode last, ClassNode node) {
    if (!(last instanceof FieldInsnNode field
        && field.getOpcode() == Opcodes.PUTSTATIC
        && Preceding.of(field) instanceof MethodInsnNode compile
        && compile.owner.equals(PATTERN)
        && compile.name.equals("compile")
        && isInternal(field, node))) {
      return Optional.empty();
    }
    List<AbstractInsnNode> arguments = new ArrayList<>();
    AbstractInsnNode text = Preceding.of(compile);
    if (compile.desc.startsWith("(Ljava/lang/String;I)")) {
      if (!isNumber(text)) {
        return Optional.empty();
      }
      arguments.add(text);
      text = Preceding.of(text);
    }
    if (!(text instanceof LdcInsnNode)) {
      return Optional.empty();
    }
    arguments.add(0, text);
    return Optional.of(new LazyPattern(field, compile, arguments));
  }

  private static boolean isNumber(AbstractInsnNode instruction) {
    return instruction instanceof IntInsnNode
        || instruction.getOpcode() >= Opcodes.ICONST_M1
            && instruction.getOpcode() <= Opcodes.ICONST_5;
  }

  private static boolean isInternal(FieldInsnNode field, ClassNode node) {
    return field.owner.equals(node.name)
        && node.fields.stream()
            .filter(one -> one.name.equals(field.name))
            .noneMatch(one -> (one.access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0);
  }

  private void removeFrom(InsnList initializer) {
    arguments.forEach(initializer::remove);
    initializer.remove(compile);
    initializer.remove(field);
  }

  /** Whether an instruction reads it. */
  boolean isReadBy(AbstractInsnNode instruction) {
    return instruction instanceof FieldInsnNode read
        && read.getOpcode() == Opcodes.GETSTATIC
        && read.owner.equals(field.owner)
        && read.name.equals(field.name);
  }

  /** What asks for it where it was read. */
  MethodInsnNode use() {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, field.owner, getter(), "()" + field.desc);
  }

  private String getter() {
    return "lazy$" + field.name;
  }

  /** Gives its class a method that compiles it when there is none yet. */
  void addTo(ClassNode node) {
    int access = Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    for (FieldNode one : node.fields) {
      if (one.name.equals(field.name)) {
        access |= one.access & Opcodes.ACC_PRIVATE;
        one.access = one.access & ~Opcodes.ACC_FINAL | Opcodes.ACC_VOLATILE;
      }
    }
    MethodNode code = new MethodNode(access, getter(), "()" + field.desc, null, null);
    Label known = new Label();
    code.visitFieldInsn(Opcodes.GETSTATIC, field.owner, field.name, field.desc);
    code.visitJumpInsn(Opcodes.IFNONNULL, known);
    arguments.forEach(argument -> argument.accept(code));
    compile.accept(code);
    code.visitFieldInsn(Opcodes.PUTSTATIC, field.owner, field.name, field.desc);
    code.visitLabel(known);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    code.visitFieldInsn(Opcodes.GETSTATIC, field.owner, field.name, field.desc);
    code.visitInsn(Opcodes.ARETURN);
    node.methods.add(code);
  }
}
