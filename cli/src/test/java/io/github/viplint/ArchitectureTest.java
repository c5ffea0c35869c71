package io.github.viplint;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the packages to what each of them may use. */
class ArchitectureTest {

  private static final String ROOT = "io.github.viplint";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages(ROOT);

  /** The packages of the library; each may use itself and the packages beside it. */
  private static final Map<String, Set<String>> MAY_USE = mayUse();

  /** The packages below twin; each may use itself and the packages beside it. */
  private static final Map<String, Set<String>> TWIN_MAY_USE =
      Map.of(
          "kernel", Set.of(),
          "table", Set.of("kernel"),
          "route", Set.of("kernel", "table"),
          "command", Set.of("kernel"),
          "appliance", Set.of("kernel", "command"),
          "anyip", Set.of("kernel", "command", "appliance"),
          "routetables", Set.of("kernel", "command", "appliance"),
          "haproxy", Set.of("kernel", "table", "appliance"));

  /** What other programs may rely on, besides the class Viplint. */
  private static final Set<String> PUBLIC_API = Set.of("capture", "model", "space", "twin", "lint");

  /** Types of internal packages that the public API shows all the same. */
  private static final Set<String> SHOWN_ALL_THE_SAME =
      Set.of(ROOT + ".log.Signature"); // RulePack.signatures()

  /** Third-party packages, and the only packages of ours that may use them. */
  private static final Map<String, Set<String>> ONLY_USED_BY =
      Map.of(
          "org.antlr..", Set.of("grammar", "read"),
          "com.fasterxml.jackson.dataformat..", Set.of("config"),
          "com.fasterxml.jackson.core..", Set.of("read", "report", "config"),
          "org.yaml..", Set.of(),
          "com.fasterxml.jackson.databind..", Set.of(),
          "org.apache.commons.compress..", Set.of("intake"),
          "org.apache.commons.net..", Set.of("space"),
          "com.google.re2j..", Set.of("log"),
          "com.github.difflib..", Set.of("report"),
          "picocli..", Set.of("cli"));

  private static Map<String, Set<String>> mayUse() {
    Map<String, Set<String>> table = new LinkedHashMap<>();
    table.put("grammar", Set.of());
    table.put("capture", Set.of());
    table.put("intake", Set.of("capture"));
    table.put("model", Set.of("capture"));
    table.put("log", Set.of("capture"));
    table.put("read", Set.of("grammar", "capture", "model", "log"));
    table.put("space", Set.of("capture", "model"));
    table.put("twin", Set.of("capture", "model"));
    table.put("lint", Set.of("capture", "model", "log", "space", "twin"));
    table.put("fix", Set.of("capture", "read", "twin", "lint"));
    table.put("redact", Set.of("capture", "model"));
    table.put("config", Set.of("capture", "model", "log", "lint"));
    table.put("report", Set.of("capture", "model", "lint", "twin", "space", "redact"));
    Set<String> core = new TreeSet<>(table.keySet());
    core.remove("grammar");
    core.add(""); // the class Viplint
    table.put("", core);
    table.put("rules", core);
    Set<String> coreAndRules = new TreeSet<>(core);
    coreAndRules.add("rules");
    table.put("cli", coreAndRules);
    return table;
  }

  /** The first part of the package below ours, empty for the root; "rules" for rules.haproxy. */
  private static String area(JavaClass type) {
    String name = type.getPackageName();
    if (name.equals(ROOT)) {
      return "";
    }
    String below = name.substring(ROOT.length() + 1);
    int dot = below.indexOf('.');
    return dot < 0 ? below : below.substring(0, dot);
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
  }

  private static DescribedPredicate<JavaClass> in(Set<String> areas) {
    return DescribedPredicate.describe(
        "in " + new TreeSet<>(areas),
        type -> isOurs(type) && areas.contains(area(type.getBaseComponentType())));
  }

  @Test
  void noPackageIsOutsideTheTable() {
    assertThat(CLASSES).isNotEmpty();
    assertThat(CLASSES.stream().map(ArchitectureTest::area).collect(Collectors.toSet()))
        .isSubsetOf(MAY_USE.keySet());
  }

  @TestFactory
  Stream<DynamicTest> eachPackageUsesOnlyWhatItMay() {
    return MAY_USE.entrySet().stream()
        .map(
            entry -> {
              String area = entry.getKey();
              Set<String> banned = new TreeSet<>(MAY_USE.keySet());
              banned.removeAll(entry.getValue());
              banned.remove(area);
              return dynamicTest(
                  area.isEmpty() ? "(root)" : area,
                  () ->
                      noClasses()
                          .that(in(Set.of(area)))
                          .should()
                          .dependOnClassesThat(in(banned))
                          .allowEmptyShould(true)
                          .check(CLASSES));
            });
  }

  @Test
  void noPackageCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching(ROOT + ".twin.(*)").should().beFreeOfCycles().check(CLASSES);
  }

  @TestFactory
  Stream<DynamicTest> eachPartOfTheTwinUsesOnlyWhatItMay() {
    String twin = ROOT + ".twin";
    return TWIN_MAY_USE.entrySet().stream()
        .map(
            entry -> {
              Set<String> known = new TreeSet<>(entry.getValue());
              known.add(entry.getKey());
              return dynamicTest(
                  entry.getKey(),
                  () ->
                      noClasses()
                          .that()
                          .resideInAPackage(twin + "." + entry.getKey())
                          .should()
                          .dependOnClassesThat(
                              in(Set.of("twin"))
                                  .and(
                                      DescribedPredicate.describe(
                                          "not in " + known,
                                          type ->
                                              !known.contains(
                                                  partOfTwin(type.getBaseComponentType())))))
                          .check(CLASSES));
            });
  }

  @Test
  void noPartOfTheTwinIsOutsideItsTable() {
    Set<String> expected = new TreeSet<>(TWIN_MAY_USE.keySet());
    expected.add(""); // boots and commands, which use all of them
    assertThat(
            CLASSES.stream()
                .filter(type -> area(type).equals("twin"))
                .map(ArchitectureTest::partOfTwin)
                .collect(Collectors.toSet()))
        .isEqualTo(expected);
  }

  /** The package below twin, empty for twin itself. */
  private static String partOfTwin(JavaClass type) {
    String name = type.getPackageName();
    String twin = ROOT + ".twin";
    return name.equals(twin) ? "" : name.substring(twin.length() + 1);
  }

  @TestFactory
  Stream<DynamicTest> librariesStayWhereTheyBelong() {
    return ONLY_USED_BY.entrySet().stream()
        .map(
            entry ->
                dynamicTest(
                    entry.getKey(),
                    () ->
                        noClasses()
                            .that(DescribedPredicate.not(in(entry.getValue())))
                            .should()
                            .dependOnClassesThat(resideInAPackage(entry.getKey()))
                            .allowEmptyShould(true)
                            .check(CLASSES)));
  }

  /** Of java.net only what names things; HostName of ipaddress asks the name server. */
  @Test
  void nothingReachesForTheNetwork() {
    Set<String> harmless =
        Set.of(
            "java.net.URI",
            "java.net.URISyntaxException",
            "java.net.URLEncoder",
            "java.net.URLDecoder");
    DescribedPredicate<JavaClass> network =
        resideInAnyPackage(
                "java.net..",
                "javax.net..",
                "javax.naming..",
                "java.rmi..",
                "javax.rmi..",
                "com.sun.net.httpserver..")
            .and(
                DescribedPredicate.describe(
                    "not only names", type -> !harmless.contains(type.getFullName())))
            .or(
                DescribedPredicate.describe(
                    "a channel to elsewhere",
                    type ->
                        type.getPackageName().startsWith("java.nio.channels")
                            && type.getSimpleName().matches(".*(Socket|Datagram|Multicast).*")))
            .or(
                DescribedPredicate.describe(
                    "a client of commons-net",
                    type ->
                        type.getPackageName().startsWith("org.apache.commons.net")
                            && !type.getPackageName().equals("org.apache.commons.net.util")))
            .or(
                DescribedPredicate.describe(
                    "a name to be resolved",
                    type -> type.getFullName().equals("inet.ipaddr.HostName")));
    noClasses().should().dependOnClassesThat(network).check(CLASSES);
  }

  /** Generated code knows nothing of nullness, so grammar is left out. */
  @Test
  void everyPackageIsNullMarked() {
    List<String> unmarked = new ArrayList<>();
    Set<JavaPackage> packages = new HashSet<>();
    CLASSES.forEach(type -> packages.add(type.getPackage()));
    for (JavaPackage candidate : packages) {
      boolean marked =
          candidate
              .tryGetPackageInfo()
              .map(info -> info.isAnnotatedWith(NullMarked.class))
              .orElse(false);
      if (!marked && !candidate.getName().equals(ROOT + ".grammar")) {
        unmarked.add(candidate.getName());
      }
    }
    assertThat(unmarked).as("packages without a @NullMarked package-info.java").isEmpty();
  }

  @Test
  void thePublicApiShowsNoInternalType() {
    classes()
        .that(in(PUBLIC_API).or(DescribedPredicate.describe("Viplint", t -> area(t).isEmpty())))
        .and(DescribedPredicate.describe("are visible outside", ArchitectureTest::isVisible))
        .should(showNoInternalType())
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  private static boolean isVisible(JavaClass type) {
    boolean shown =
        type.getModifiers().contains(JavaModifier.PUBLIC)
            || type.getModifiers().contains(JavaModifier.PROTECTED);
    return shown && type.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
  }

  private static boolean isVisible(JavaMember member) {
    return (member.getModifiers().contains(JavaModifier.PUBLIC)
            || member.getModifiers().contains(JavaModifier.PROTECTED))
        && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  private static boolean isInternal(JavaClass type) {
    JavaClass base = type.getBaseComponentType();
    return isOurs(base)
        && !area(base).isEmpty()
        && !PUBLIC_API.contains(area(base))
        && !SHOWN_ALL_THE_SAME.contains(base.getFullName());
  }

  private static ArchCondition<JavaClass> showNoInternalType() {
    return new ArchCondition<>("show no internal type") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        List<JavaType> own = new ArrayList<>(type.getInterfaces());
        type.getSuperclass().ifPresent(own::add);
        type.getTypeParameters().forEach(p -> own.addAll(p.getUpperBounds()));
        report(type, type.getDescription(), own, events);
        for (JavaField field : type.getFields()) {
          if (isVisible(field)) {
            report(type, field.getDescription(), List.of(field.getType()), events);
          }
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
          if (isVisible(unit)) {
            List<JavaType> types = new ArrayList<>(unit.getParameterTypes());
            types.add(unit.getReturnType());
            types.addAll(unit.getExceptionTypes());
            unit.getTypeParameters().forEach(p -> types.addAll(p.getUpperBounds()));
            report(type, unit.getDescription(), types, events);
          }
        }
      }
    };
  }

  private static void report(
      JavaClass type, String where, List<JavaType> types, ConditionEvents events) {
    types.stream()
        .flatMap(shown -> shown.getAllInvolvedRawTypes().stream())
        .filter(ArchitectureTest::isInternal)
        .map(JavaClass::getFullName)
        .distinct()
        .forEach(
            name ->
                events.add(SimpleConditionEvent.violated(type, where + " shows internal " + name)));
  }
}
