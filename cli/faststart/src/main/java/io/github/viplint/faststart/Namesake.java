package io.github.viplint.faststart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A method of this tool that does what its namesake of Java's own does, without the lambdas of
 * Java's own: Java before 25 links those anew in each run. Its class goes into the jars.
 *
 * @param own the class
 * @param method the method
 */
record Namesake(Class<?> own, Method method) {
  private static final Map<Class<?>, Class<?>> CLASSES =
      Map.of(
          Comparator.class, Order.class,
          Function.class, Functions.class,
          UnaryOperator.class, UnaryOperators.class,
          BinaryOperator.class, BinaryOperators.class,
          Stream.class, Streams.class,
          IntStream.class, IntStreams.class,
          LongStream.class, LongStreams.class,
          Collectors.class, SimpleCollectors.class);

  /** By owner, name and type of the call that they take the place of. */
  private static final Map<List<String>, Namesake> ALL = found();

  private static Map<List<String>, Namesake> found() {
    Map<List<String>, Namesake> all = new HashMap<>();
    CLASSES.forEach(
        (type, own) -> {
          for (Method method : own.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())) {
              all.put(
                  List.of(
                      Type.getInternalName(type),
                      method.getName(),
                      Type.getMethodDescriptor(method)),
                  new Namesake(own, method));
            }
          }
        });
    return all;
  }

  static Map<List<String>, Namesake> all() {
    return Collections.unmodifiableMap(ALL);
  }

  /** The one to call instead; none within the namesakes themselves. */
  static Optional<Namesake> of(MethodInsnNode call, ClassNode caller) {
    return isOne(caller)
        ? Optional.empty()
        : Optional.ofNullable(ALL.get(List.of(call.owner, call.name, type(call))));
  }

  static boolean isOne(ClassNode node) {
    return CLASSES.values().stream().anyMatch(own -> Type.getInternalName(own).equals(node.name));
  }

  /** What a call takes, the object whose method it is in front. */
  static String type(MethodInsnNode call) {
    return call.getOpcode() == Opcodes.INVOKEINTERFACE
        ? "(L" + call.owner + ";" + call.desc.substring(1)
        : call.desc;
  }

  MethodInsnNode call() {
    return new MethodInsnNode(
        Opcodes.INVOKESTATIC,
        Type.getInternalName(own),
        method.getName(),
        Type.getMethodDescriptor(method),
        false);
  }

  /** The class that is called then, as the compiler made it. */
  ClassNode toClass() {
    ClassNode node = new ClassNode();
    try (InputStream in = own.getResourceAsStream(own.getSimpleName() + ".class")) {
      new ClassReader(in).accept(node, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return node;
  }
}
