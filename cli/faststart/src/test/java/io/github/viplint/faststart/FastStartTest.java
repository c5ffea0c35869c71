package io.github.viplint.faststart;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Jars do the same as before, with other classes. */
class FastStartTest {
  private static final FileTime TIME = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir Path folder;

  @Test
  void lambdasAndRecordsDoWhatTheyDid() throws Exception {
    Path jar = samples();
    List<String> before = results(jar);
    assertThat(dynamicCalls(jar)).hasSizeGreaterThan(40);

    FastStart.main(jar.toString());

    assertThat(results(jar)).isEqualTo(before).hasSizeGreaterThan(30);
    assertThat(Jar.read(jar).classBytes("io/github/viplint/faststart/Order")).isPresent();
    // what can be serialized names the method that it was made of, and stays
    assertThat(dynamicCalls(jar)).containsOnly("altMetafactory");
  }

  /** Each of them is sampled, and none of those that it stands for is called any more. */
  @Test
  void namesakesTakeThePlaceOfJavasOwn() throws Exception {
    Path jar = samples();
    Set<String> before = calls(jar);
    FastStart.main(jar.toString());
    Set<String> after = calls(jar);

    assertThat(Namesake.all()).hasSizeGreaterThan(30);
    Namesake.all()
        .forEach(
            (call, namesake) -> {
              String javas = String.join(" ", call);
              MethodInsnNode own = namesake.call();
              assertThat(before).contains(javas);
              assertThat(after).doesNotContain(javas);
              assertThat(after).contains(own.owner + " " + own.name + " " + own.desc);
            });
  }

  /** What a sample calls, as owner, name and type; of an object's method with the object. */
  private static Set<String> calls(Path jar) throws IOException {
    return Jar.read(jar).classes().stream()
        .map(FastStartTest::node)
        .filter(node -> node.name.contains("Samples"))
        .flatMap(node -> node.methods.stream())
        .flatMap(method -> Arrays.stream(method.instructions.toArray()))
        .filter(MethodInsnNode.class::isInstance)
        .map(MethodInsnNode.class::cast)
        .map(call -> call.owner + " " + call.name + " " + Namesake.type(call))
        .collect(Collectors.toSet());
  }

  private static ClassNode node(byte[] bytes) {
    ClassNode node = new ClassNode();
    new ClassReader(bytes).accept(node, 0);
    return node;
  }

  @Test
  void patternsAreCompiledWhenTheyAreUsed() throws Exception {
    Path jar = samples();
    FastStart.main(jar.toString());
    ClassNode node = new ClassNode();
    String name = "io/github/viplint/faststart/Samples";
    new ClassReader(Jar.read(jar).classBytes(name).orElseThrow()).accept(node, 0);
    MethodNode initializer =
        node.methods.stream()
            .filter(method -> method.name.equals("<clinit>"))
            .findFirst()
            .orElseThrow();
    // only the one that is put together first
    assertThat(initializer.instructions)
        .filteredOn(FieldInsnNode.class::isInstance)
        .extracting(instruction -> ((FieldInsnNode) instruction).name)
        .containsExactly("MADE");
  }

  @Test
  void twiceIsTheSameAsOnce() throws Exception {
    Path jar = samples();
    FastStart.main(jar.toString());
    byte[] once = Files.readAllBytes(jar);
    FastStart.main(jar.toString());
    assertThat(jar).hasBinaryContent(once);
  }

  @Test
  void theSameClassesMakeTheSameJar() throws Exception {
    Path jar = samples();
    FastStart.main(jar.toString());
    byte[] first = Files.readAllBytes(jar);
    FastStart.main(samples().toString());
    assertThat(jar).hasBinaryContent(first);
  }

  @Test
  void whatIsNoClassStays() throws Exception {
    Path jar = folder.resolve("texts.jar");
    Map<String, Jar.Content> entries = new LinkedHashMap<>();
    entries.put("META-INF/MANIFEST.MF", new Jar.Content("Manifest-Version: 1.0\n".getBytes()));
    entries.put("old/Sign.class", new Jar.Content(oldClass()));
    entries.put("some.txt", new Jar.Content(new byte[] {1, 2, 3}));
    new Jar(entries, TIME).write(jar);

    FastStart.main(jar.toString());

    Jar after = Jar.read(jar);
    assertThat(after.entries().keySet()).containsExactlyElementsOf(entries.keySet());
    assertThat(after.entries().get("some.txt").bytes()).containsExactly(1, 2, 3);
    assertThat(after.time()).isEqualTo(TIME);
  }

  @Test
  void theTextsOfMessagesBecomeAClass() throws Exception {
    Path jar = samplesWith("Texts.properties", "greeting = hello {0}\nparting=b\\u00fde\n");
    List<String> before = results(jar);
    assertThat(before).contains("hello {0}", "b\u00fde");

    FastStart.main(jar.toString());

    Jar after = Jar.read(jar);
    Map<String, Jar.Content> withoutFile = new LinkedHashMap<>(after.entries());
    withoutFile.remove("io/github/viplint/faststart/Texts.properties");
    new Jar(withoutFile, TIME).write(jar);
    assertThat(results(jar)).isEqualTo(before);
  }

  @Test
  void smallFilesBecomeAClass() throws Exception {
    String every = IntStream.range(0, 256).mapToObj(Character::toString).collect(joining());
    Path jar = samplesWith("small.txt", every);
    List<String> before = results(jar);
    assertThat(before).contains("small: 384 bytes, -65");

    FastStart.main(jar.toString());

    assertThat(Jar.read(jar).classBytes("io/github/viplint/faststart/Samples$small_txt"))
        .isPresent();
    assertThat(results(jar)).isEqualTo(before);
  }

  @Test
  void largeFilesStayFiles() throws Exception {
    Path jar = samplesWith("small.txt", "x".repeat(65_536));
    List<String> before = results(jar);
    assertThat(before).contains("small: 65536 bytes, 120");

    FastStart.main(jar.toString());

    assertThat(Jar.read(jar).classBytes("io/github/viplint/faststart/Samples$small_txt")).isEmpty();
    assertThat(results(jar)).isEqualTo(before);
  }

  @Test
  void oldClassesGetStackMaps() throws Exception {
    Path jar = folder.resolve("old.jar");
    new Jar(Map.of("old/Sign.class", new Jar.Content(oldClass())), TIME).write(jar);

    FastStart.main(jar.toString());

    byte[] renewed = Jar.read(jar).classBytes("old/Sign").orElseThrow();
    assertThat(new ClassReader(renewed).readUnsignedShort(6)).isEqualTo(Opcodes.V1_8);
    try (URLClassLoader loader = loader(jar)) {
      var sign = loader.loadClass("old.Sign").getMethod("of", int.class);
      assertThat(sign.invoke(null, -5)).isEqualTo(-1);
      assertThat(sign.invoke(null, 5)).isEqualTo(1);
    }
  }

  private Path samples() throws IOException {
    Path here =
        Path.of(Samples.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    Map<String, Jar.Content> entries = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(here.resolve("io/github/viplint/faststart"))) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().startsWith("Samples")) {
          entries.put(here.relativize(file).toString(), new Jar.Content(Files.readAllBytes(file)));
        }
      }
    }
    Path jar = folder.resolve("samples.jar");
    new Jar(entries, TIME).write(jar);
    return jar;
  }

  private Path samplesWith(String file, String content) throws IOException {
    Path jar = samples();
    Map<String, Jar.Content> entries = new LinkedHashMap<>(Jar.read(jar).entries());
    entries.put(
        "io/github/viplint/faststart/" + file,
        new Jar.Content(content.getBytes(StandardCharsets.UTF_8)));
    new Jar(entries, TIME).write(jar);
    return jar;
  }

  private static URLClassLoader loader(Path jar) throws IOException {
    return new URLClassLoader(
        new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
  }

  @SuppressWarnings("unchecked")
  private static List<String> results(Path jar) throws Exception {
    try (URLClassLoader loader = loader(jar)) {
      Class<?> samples = loader.loadClass(Samples.class.getName());
      assertThat(samples).isNotSameAs(Samples.class);
      return ((Supplier<List<String>>) samples.getConstructor().newInstance()).get();
    }
  }

  /** What is called only to link something, by the name of the method that links it. */
  private static List<String> dynamicCalls(Path jar) throws IOException {
    return Jar.read(jar).classes().stream()
        .map(FastStartTest::node)
        .flatMap(node -> node.methods.stream())
        .flatMap(method -> Arrays.stream(method.instructions.toArray()))
        .filter(InvokeDynamicInsnNode.class::isInstance)
        .map(call -> ((InvokeDynamicInsnNode) call).bsm.getName())
        .filter(name -> !name.equals("makeConcatWithConstants"))
        .toList();
  }

  /**
   * A class as Java 5 had them: {@code static int of(int value) { return value < 0 ? -1 : 1; }}.
   */
  private static byte[] oldClass() {
    ClassNode node = new ClassNode();
    node.visit(Opcodes.V1_5, Opcodes.ACC_PUBLIC, "old/Sign", null, "java/lang/Object", null);
    MethodNode code =
        new MethodNode(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "of", "(I)I", null, null);
    Label negative = new Label();
    code.visitVarInsn(Opcodes.ILOAD, 0);
    code.visitJumpInsn(Opcodes.IFLT, negative);
    code.visitInsn(Opcodes.ICONST_1);
    code.visitInsn(Opcodes.IRETURN);
    code.visitLabel(negative);
    code.visitInsn(Opcodes.ICONST_M1);
    code.visitInsn(Opcodes.IRETURN);
    node.methods.add(code);
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return writer.toByteArray();
  }
}
