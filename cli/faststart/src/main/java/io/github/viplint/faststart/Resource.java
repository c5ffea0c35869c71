package io.github.viplint.faststart;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A small file of the jar that a class reads, {@code Some.class.getResourceAsStream("file")}: as a
 * constant of a class, for which no jar has to be opened.
 *
 * @param reader the internal name of the class that it is read with
 */
record Resource(String reader, String name) {
  private static final String OPEN = "open";
  private static final String OPENED = "()Ljava/io/InputStream;";

  /** What a class file can hold as one constant. */
  private static final int MOST_BYTES = 0xFFFF;

  /** The file that is read where {@code instruction} is the last of the three that do it. */
  static Optional<Resource> readBy(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
            && call.owner.equals("java/lang/Class")
            && call.name.equals("getResourceAsStream")
            && Preceding.of(instruction) instanceof LdcInsnNode name
            && name.cst instanceof String text
            && Preceding.of(name) instanceof LdcInsnNode reader
            && reader.cst instanceof Type type
        ? Optional.of(new Resource(type.getInternalName(), text))
        : Optional.empty();
  }

  /** Its name in the jar. */
  String file() {
    return name.startsWith("/")
        ? name.substring(1)
        : reader.substring(0, reader.lastIndexOf('/') + 1) + name;
  }

  /** The internal name of the class that it becomes; it is in the package of its reader. */
  String className() {
    return reader + "$" + name.replaceAll("\\W", "_");
  }

  MethodInsnNode use() {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, className(), OPEN, OPENED, false);
  }

  /** The class that gives the content; empty where it is too large for that. */
  Optional<ClassNode> toClass(byte[] content) {
    // a character for each byte
    String constant = new String(content, StandardCharsets.ISO_8859_1);
    if (constant.chars().map(c -> c == 0 || c > 0x7F ? 2 : 1).sum() > MOST_BYTES) {
      return Optional.empty();
    }
    ClassNode node = new ClassNode();
    node.visit(
        Opcodes.V11,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        className(),
        null,
        "java/lang/Object",
        null);
    String stream = Type.getInternalName(ByteArrayInputStream.class);
    MethodNode code = new MethodNode(Opcodes.ACC_STATIC, OPEN, OPENED, null, null);
    code.visitTypeInsn(Opcodes.NEW, stream);
    code.visitInsn(Opcodes.DUP);
    code.visitLdcInsn(constant);
    code.visitFieldInsn(
        Opcodes.GETSTATIC,
        Type.getInternalName(StandardCharsets.class),
        "ISO_8859_1",
        "Ljava/nio/charset/Charset;");
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        "java/lang/String",
        "getBytes",
        "(Ljava/nio/charset/Charset;)[B",
        false);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, stream, "<init>", "([B)V", false);
    code.visitInsn(Opcodes.ARETURN);
    node.methods.add(code);
    return Optional.of(node);
  }
}
