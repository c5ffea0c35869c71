package io.github.viplint.faststart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The classes of one jar, rewritten together: a lambda's class becomes a nest mate of its host. */
final class Classes {
  private final Jar jar;
  private final Map<String, ClassNode> nodes = new LinkedHashMap<>();
  private final Map<String, List<LazyPattern>> patterns = new HashMap<>();

  private final SharedLambdas shared = new SharedLambdas(nodes);

  private final Set<String> changed = new LinkedHashSet<>();

  Classes(Jar jar) {
    this.jar = jar;
  }

  Jar rewritten() {
    Map<String, byte[]> result = new LinkedHashMap<>();
    OldClass old = new OldClass(jar);
    for (byte[] bytes : jar.classes()) {
      ClassReader reader = new ClassReader(bytes);
      if (OldClass.is(reader)) {
        result.put(reader.getClassName(), old.renewed(reader));
      } else {
        ClassNode node = new ClassNode();
        reader.accept(node, 0);
        nodes.put(node.name, node);
      }
    }
    nodes.values().forEach(this::takePatterns);
    List.copyOf(nodes.values()).forEach(this::rewrite);
    shared.toClasses().forEach(this::add);
    patterns.values().forEach(all -> all.forEach(pattern -> pattern.addTo(owner(pattern))));
    changed.forEach(name -> result.put(name, bytes(nodes.get(name))));
    return jar.with(result);
  }

  private void takePatterns(ClassNode node) {
    List<LazyPattern> taken = LazyPattern.takenFrom(node);
    if (!taken.isEmpty()) {
      patterns.put(node.name, taken);
      changed.add(node.name);
    }
  }

  private ClassNode owner(LazyPattern pattern) {
    return nodes.get(pattern.field().owner);
  }

  private Optional<LazyPattern> readBy(AbstractInsnNode instruction) {
    if (instruction instanceof FieldInsnNode field) {
      return patterns.getOrDefault(field.owner, List.of()).stream()
          .filter(pattern -> pattern.isReadBy(field))
          .findFirst();
    }
    return Optional.empty();
  }

  private void rewrite(ClassNode node) {
    List<Lambdas> lambdas = new ArrayList<>();
    node.methods.forEach(method -> rewrite(node, method, lambdas));
    lambdas.forEach(each -> join(host(node), each.toClass()));
  }

  private void rewrite(ClassNode node, MethodNode method, List<Lambdas> lambdas) {
    for (AbstractInsnNode instruction : method.instructions.toArray()) {
      if (Bundle.isRead(instruction, node)) {
        method.instructions.set(instruction, Bundle.use(chooser(node)));
        changed.add(node.name);
      } else if (Resource.readBy(instruction).isPresent()) {
        embed(Resource.readBy(instruction).get(), instruction, node, method);
      } else if (readBy(instruction).isPresent()) {
        method.instructions.set(instruction, readBy(instruction).get().use());
        changed.add(node.name);
      } else if (PackageName.isAsked(instruction)) {
        PackageName.askDirectly(instruction, method.instructions);
        changed.add(node.name);
      } else if (namesakeOf(instruction, node).isPresent()) {
        Namesake namesake = namesakeOf(instruction, node).get();
        method.instructions.set(instruction, namesake.call());
        changed.add(node.name);
        add(namesake);
      } else if (instruction instanceof InvokeDynamicInsnNode call) {
        replace(call, node, method, lambdas);
      }
    }
  }

  /** The name of the class that has all bundles of the jar, in the package of who wants one. */
  private String chooser(ClassNode node) {
    List<String> bundles = new ArrayList<>();
    jar.entries()
        .forEach(
            (name, content) -> {
              if (name.endsWith(Bundle.FILE) && !name.startsWith("META-INF/")) {
                ClassNode bundle = Bundle.toClass(name, content.bytes());
                add(bundle);
                bundles.add(bundle.name);
              }
            });
    ClassNode chooser = Bundle.chooser(node, bundles);
    add(chooser);
    return chooser.name;
  }

  private static Optional<Namesake> namesakeOf(AbstractInsnNode instruction, ClassNode caller) {
    return instruction instanceof MethodInsnNode call
        ? Namesake.of(call, caller)
        : Optional.empty();
  }

  private void add(Namesake namesake) {
    ClassNode node = namesake.toClass();
    if (!nodes.containsKey(node.name)) {
      add(node);
      rewrite(node);
    }
  }

  private void embed(Resource resource, AbstractInsnNode last, ClassNode node, MethodNode method) {
    Optional<ClassNode> holder = jar.file(resource.file()).flatMap(resource::toClass);
    if (holder.isPresent()) {
      add(holder.get());
      AbstractInsnNode name = Preceding.of(last);
      method.instructions.remove(Preceding.of(name));
      method.instructions.remove(name);
      method.instructions.set(last, resource.use());
      changed.add(node.name);
    }
  }

  private void replace(
      InvokeDynamicInsnNode call, ClassNode node, MethodNode method, List<Lambdas> lambdas) {
    if (RecordMethod.is(call)) {
      RecordMethod.of(node, call).writeTo(method);
      changed.add(node.name);
    } else if (Lambda.is(call)) {
      // before Java 11 a class has no nest, whose private methods the lambdas could call
      node.version = Math.max(node.version, Opcodes.V11);
      Lambdas taking =
          shared.mayTake(call, node)
              ? shared.taking(call, node)
              : Lambdas.among(lambdas, node.name + "$Lambdas", call, node);
      method.instructions.set(call, taking.add(call));
      changed.add(node.name);
    }
  }

  private ClassNode host(ClassNode node) {
    return node.nestHostClass == null ? node : nodes.get(node.nestHostClass);
  }

  private void join(ClassNode host, ClassNode member) {
    member.nestHostClass = host.name;
    if (host.nestMembers == null) {
      host.nestMembers = new ArrayList<>();
    }
    host.nestMembers.add(member.name);
    changed.add(host.name);
    add(member);
  }

  private void add(ClassNode node) {
    nodes.put(node.name, node);
    changed.add(node.name);
  }

  private static byte[] bytes(ClassNode node) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return writer.toByteArray();
  }
}
