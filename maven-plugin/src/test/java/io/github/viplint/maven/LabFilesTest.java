package io.github.viplint.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The files of a project")
class LabFilesTest {
  private static final List<String> CONFIGS = List.of("**/haproxy.cfg", "**/anyip-routes.cfg");

  @TempDir Path dir;

  @BeforeEach
  void project() throws IOException {
    for (String file :
        List.of(
            "haproxy.cfg",
            "east/etc/haproxy/haproxy.cfg",
            "east/etc/vmware/anyip-routes.cfg",
            "east/README.md",
            "east/haproxy.cfg.lkg",
            "target/it/haproxy.cfg",
            "east/target/haproxy.cfg",
            ".git/haproxy.cfg",
            "west/haproxy.cfg")) {
      Files.createDirectories(dir.resolve(file).getParent());
      Files.createFile(dir.resolve(file));
    }
  }

  private List<String> find(List<String> includes, List<String> excludes, String... notOwn)
      throws IOException {
    List<Path> folders = Arrays.stream(notOwn).map(dir::resolve).toList();
    return new LabFiles(dir, includes, excludes, folders)
        .find().stream().map(path -> path.replace('\\', '/')).toList();
  }

  @Test
  @DisplayName("are found in every folder but target and .git, sorted")
  void everywhere() throws IOException {
    assertThat(find(CONFIGS, List.of()))
        .containsExactly(
            "east/etc/haproxy/haproxy.cfg",
            "east/etc/vmware/anyip-routes.cfg",
            "haproxy.cfg",
            "west/haproxy.cfg");
  }

  @Test
  @DisplayName("are told by patterns as in any plugin")
  void patterns() throws IOException {
    assertThat(find(List.of("*.cfg"), List.of())).containsExactly("haproxy.cfg");
    assertThat(find(List.of("east/"), List.of("**/*.md", "**/*.lkg")))
        .containsExactly("east/etc/haproxy/haproxy.cfg", "east/etc/vmware/anyip-routes.cfg");
    assertThat(find(CONFIGS, List.of("east/**", "*.cfg"))).containsExactly("west/haproxy.cfg");
    assertThat(find(CONFIGS, List.of("**/vmware/")))
        .containsExactly("east/etc/haproxy/haproxy.cfg", "haproxy.cfg", "west/haproxy.cfg");
  }

  @Test
  @DisplayName("do not include those of modules below it")
  void modules() throws IOException {
    assertThat(find(CONFIGS, List.of(), "east", "west")).containsExactly("haproxy.cfg");
  }

  @Test
  @DisplayName("are still found when a module is the folder itself, or above it")
  void moduleIsTheFolder() throws IOException {
    assertThat(new LabFiles(dir, List.of("*.cfg"), List.of(), List.of(dir, dir.getParent())).find())
        .containsExactly("haproxy.cfg");
  }
}
