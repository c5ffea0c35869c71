package io.github.viplint.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The build's step that finds out how texts begin, so that a run need not ask each pattern. */
public final class OpeningCompiler {
  private OpeningCompiler() {}

  /**
   * @param arguments the folder to write into
   */
  public static void main(String... arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Files.write(
        folder.resolve("lines.openings"), of(LineForm.all().stream().map(LineForm::form).toList()));
    Files.write(
        folder.resolve("noise.openings"), of(Noise.all().stream().map(Noise.Form::form).toList()));
  }

  static byte[] of(List<TextForm> forms) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    forms.forEach(form -> all.writeBytes(Opening.of(form.pattern())));
    return all.toByteArray();
  }
}
