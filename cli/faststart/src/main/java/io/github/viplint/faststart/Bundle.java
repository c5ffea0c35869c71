package io.github.viplint.faststart;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The texts of a library's messages. {@code ResourceBundle.getBundle(name)} first searches every
 * jar for providers of further formats, then for texts in the user's language, before it reads the
 * only file that there is; as a class they are made at once, and read when one is needed.
 */
final class Bundle {
  static final String FILE = ".properties";

  private static final String BUNDLE = "java/util/ResourceBundle";
  private static final String CHOOSER = "$Bundles";
  private static final String NAMED = "named";
  private static final String NAMED_TYPE = "(Ljava/lang/String;)L" + BUNDLE + ";";
  private static final String SUPER = "java/util/ListResourceBundle";

  private Bundle() {}

  /**
   * Whether {@code instruction} does that, of a class that does not choose among bundles itself.
   */
  static boolean isRead(AbstractInsnNode instruction, ClassNode caller) {
    return !caller.name.endsWith(CHOOSER)
        && instruction instanceof MethodInsnNode call
        && call.owner.equals(BUNDLE)
        && call.name.equals("getBundle")
        && call.desc.equals(NAMED_TYPE);
  }

  /**
   * What to call instead, {@code static ResourceBundle named(String)}.
   *
   * @param owner the internal name of the class that has it
   */
  static MethodInsnNode use(String owner) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, owner, NAMED, NAMED_TYPE, false);
  }

  /**
   * The class that has it.
   *
   * @param caller who wants a bundle
   * @param bundles the internal names of the classes that bundles have become
   */
  static ClassNode chooser(ClassNode caller, List<String> bundles) {
    ClassNode node = new ClassNode();
    node.visit(
        Opcodes.V11,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        caller.name + CHOOSER,
        null,
        "java/lang/Object",
        null);
    MethodNode code = new MethodNode(Opcodes.ACC_STATIC, NAMED, NAMED_TYPE, null, null);
    for (String bundle : bundles) {
      Label other = new Label();
      code.visitLdcInsn(bundle.replace('/', '.'));
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL, "java/lang/String", "equals", "(Ljava/lang/Object;)Z", false);
      code.visitJumpInsn(Opcodes.IFEQ, other);
      code.visitTypeInsn(Opcodes.NEW, bundle);
      code.visitInsn(Opcodes.DUP);
      code.visitMethodInsn(Opcodes.INVOKESPECIAL, bundle, "<init>", "()V", false);
      code.visitInsn(Opcodes.ARETURN);
      code.visitLabel(other);
      code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    }
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESTATIC, BUNDLE, "getBundle", NAMED_TYPE, false);
    code.visitInsn(Opcodes.ARETURN);
    node.methods.add(code);
    return node;
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
