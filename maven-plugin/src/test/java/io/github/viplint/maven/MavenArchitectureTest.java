package io.github.viplint.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Holds the Maven goals to the library's front door. */
class MavenArchitectureTest {

  @Test
  void nothingIsReadOrParsedHere() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.github.viplint.grammar..",
            "io.github.viplint.cli..",
            "org.antlr..",
            "com.fasterxml..",
            "picocli..",
            "java.net..")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.github.viplint.maven"));
  }
}
