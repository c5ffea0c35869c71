package io.github.viplint.faststart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The lambdas of a jar that need not be with the class that uses them: those of each package. */
final class SharedLambdas {
  private final Map<String, ClassNode> nodes;
  private final Map<String, List<Lambdas>> byPackage = new LinkedHashMap<>();

  /**
   * @param nodes the classes of the jar by their internal names
   */
  SharedLambdas(Map<String, ClassNode> nodes) {
    this.nodes = nodes;
  }

  /**
   * Whether all classes of the package may call what a lambda calls. A namesake goes into many
   * jars, and stays by itself.
   */
  boolean mayTake(InvokeDynamicInsnNode call, ClassNode node) {
    Handle body = Lambda.of(call).body();
    if (Namesake.isOne(node)
        || packageOf(node).isEmpty()
        || body.getOwner().startsWith("[")
        || !Lambdas.isJavaOwn(call)) {
      return false;
    }
    ClassNode owner = nodes.get(body.getOwner());
    if (owner == null || !packageOf(owner).equals(packageOf(node))) {
      // of another package it is public: for any other the compiler makes a body
      return true;
    }
    for (MethodNode method : owner.methods) {
      if (method.name.equals(body.getName()) && method.desc.equals(body.getDesc())) {
        return (method.access & Opcodes.ACC_PRIVATE) == 0
            || owner == node && Lambda.open(method, node, call);
      }
    }
    // inherited, so that it is not private
    return true;
  }

  /** Those of the package that take it. */
  Lambdas taking(InvokeDynamicInsnNode call, ClassNode node) {
    String name = packageOf(node);
    return Lambdas.among(
        byPackage.computeIfAbsent(name, key -> new ArrayList<>()), name + "/Lambdas", call, node);
  }

  private static String packageOf(ClassNode node) {
    return node.name.substring(0, Math.max(0, node.name.lastIndexOf('/')));
  }

  List<ClassNode> toClasses() {
    return byPackage.values().stream().flatMap(List::stream).map(Lambdas::toClass).toList();
  }
}
