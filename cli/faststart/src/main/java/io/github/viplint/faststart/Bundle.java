package io.github.viplint.faststart;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The texts of a library's messages. {@code ResourceBundle.getBundle(name)} first searches every
 * jar for providers of further formats, then for texts in the user's language, before it reads the
 * only file that there is; as a class they are loaded by their name, and read when one is needed.
 */
final class Bundle {
  static final String FILE = ".properties";

  private static final String BUNDLE = "java/util/ResourceBundle";
  private static final String CONTROL = BUNDLE + "$Control";
  private static final String SUPER = "java/util/ListResourceBundle";

  private Bundle() {}

  static boolean isRead(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && call.owner.equals(BUNDLE)
        && call.name.equals("getBundle")
        && call.desc.equals("(Ljava/lang/String;)L" + BUNDLE + ";");
  }

  /** What to do instead; the name lies on the stack. */
  static InsnList direct() {
    InsnList code = new InsnList();
    code.add(
        new FieldInsnNode(Opcodes.GETSTATIC, "java/util/Locale", "ROOT", "Ljava/util/Locale;"));
    code.add(new FieldInsnNode(Opcodes.GETSTATIC, CONTROL, "FORMAT_CLASS", "Ljava/util/List;"));
    code.add(
        new MethodInsnNode(
            Opcodes.INVOKESTATIC, CONTROL, "getControl", "(Ljava/util/List;)L" + CONTROL + ";"));
    code.add(
        new MethodInsnNode(
            Opcodes.INVOKESTATIC,
            BUNDLE,
            "getBundle",
            "(Ljava/lang/String;Ljava/util/Locale;L" + CONTROL + ";)L" + BUNDLE + ";"));
    return code;
  }

  /**
   * The class that the bundle of a file is.
   *
   * @param file its name in the jar
   */
  static ClassNode toClass(String file, byte[] content) {
    ClassNode node = new ClassNode();
    node.visit(
        Opcodes.V1_8,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        file.substring(0, file.length() - FILE.length()),
        null,
        SUPER,
        null);
    MethodNode init = new MethodNode(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    init.visitVarInsn(Opcodes.ALOAD, 0);
    init.visitMethodInsn(Opcodes.INVOKESPECIAL, SUPER, "<init>", "()V", false);
    init.visitInsn(Opcodes.RETURN);
    node.methods.add(init);
    node.methods.add(contents(properties(content)));
    return node;
  }

  private static Properties properties(byte[] content) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(new String(content, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("no file is read here", e);
    }
    return properties;
  }

  private static MethodNode contents(Properties properties) {
    MethodNode code =
        new MethodNode(Opcodes.ACC_PROTECTED, "getContents", "()[[Ljava/lang/Object;", null, null);
    code.visitIntInsn(Opcodes.SIPUSH, properties.size());
    code.visitTypeInsn(Opcodes.ANEWARRAY, "[Ljava/lang/Object;");
    int index = 0;
    for (String key : new TreeSet<>(properties.stringPropertyNames())) {
      code.visitInsn(Opcodes.DUP);
      code.visitIntInsn(Opcodes.SIPUSH, index++);
      code.visitInsn(Opcodes.ICONST_2);
      code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
      code.visitInsn(Opcodes.DUP);
      code.visitInsn(Opcodes.ICONST_0);
      code.visitLdcInsn(key);
      code.visitInsn(Opcodes.AASTORE);
      code.visitInsn(Opcodes.DUP);
      code.visitInsn(Opcodes.ICONST_1);
      code.visitLdcInsn(properties.getProperty(key));
      code.visitInsn(Opcodes.AASTORE);
      code.visitInsn(Opcodes.AASTORE);
    }
    code.visitInsn(Opcodes.ARETURN);
    return code;
  }
}
