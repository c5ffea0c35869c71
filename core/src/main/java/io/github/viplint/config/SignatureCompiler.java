package io.github.viplint.config;

import io.github.viplint.log.SignaturePack;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The build's step that turns signatures from YAML into what a run reads. */
public final class SignatureCompiler {
  private SignatureCompiler() {}

  /**
   * @param arguments the YAML file, and the file to write
   * @throws ConfigurationException when a signature is wrong, or does not match its examples
   */
  public static void main(String... arguments) throws IOException, ConfigurationException {
    Path to = Path.of(arguments[1]);
    SignatureFile.Content content = SignatureFile.read(Path.of(arguments[0]));
    Files.createDirectories(to.getParent());
    try (OutputStream out = Files.newOutputStream(to)) {
      SignaturePack.write(content.signatures(), out);
    }
  }
}
