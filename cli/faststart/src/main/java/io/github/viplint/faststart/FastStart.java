package io.github.viplint.faststart;

import java.io.IOException;
import java.nio.file.Path;

/** The tool's entry point. Doing it twice is the same as once. */
public final class FastStart {
  private FastStart() {}

  /**
   * Rewrites jars in place.
   *
   * @param args the jars
   * @throws IOException when one can't be read or written; it is then as it was
   */
  public static void main(String... args) throws IOException {
    for (String arg : args) {
      Path file = Path.of(arg);
      Jar jar = Jar.read(file);
      Jar faster = new Classes(jar).rewritten();
      if (!faster.equals(jar)) {
        faster.write(file);
      }
    }
  }
}
