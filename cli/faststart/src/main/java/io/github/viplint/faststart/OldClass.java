package io.github.viplint.faststart;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.JSRInlinerAdapter;

/**
 * Classes of a version before Java 6, which has no stack maps: the archive of classes of Java 17
 * does not take them, nor their heirs, and verifying them in each run takes long.
 */
final class OldClass {
  private final ClassLoader classes;

  /**
   * @param jar where the class is from; its classes tell what two values have in common
   */
  OldClass(Jar jar) {
    this.classes = new Loaded(jar);
  }

  static boolean is(ClassReader reader) {
    int majorVersion = reader.readUnsignedShort(6);
    return majorVersion < Opcodes.V1_6;
  }

  /** The same class with stack maps. */
  byte[] renewed(ClassReader reader) {
    ClassWriter writer =
        new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
          @Override
          protected ClassLoader getClassLoader() {
            return classes;
          }
        };
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visit(
              int version,
              int access,
              String name,
              @Nullable String signature,
              @Nullable String superName,
              String @Nullable [] interfaces) {
            super.visit(Opcodes.V1_8, access, name, signature, superName, interfaces);
          }

          @Override
          public MethodVisitor visitMethod(
              int access,
              String name,
              String type,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            return new JSRInlinerAdapter(
                super.visitMethod(access, name, type, signature, exceptions),
                access,
                name,
                type,
                signature,
                exceptions);
          }
        },
        ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }

  /** The classes of a jar, for questions about their heirs; none is run. */
  private static final class Loaded extends ClassLoader {
    private final Jar jar;

    Loaded(Jar jar) {
      super(getPlatformClassLoader());
      this.jar = jar;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes =
          jar.classBytes(name.replace('.', '/'))
              .orElseThrow(() -> new ClassNotFoundException(name));
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
