package io.github.viplint.report;

import io.github.viplint.capture.Secret;
import io.github.viplint.redact.Manifest;
import io.github.viplint.redact.Redacted;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** What was cut out of a shareable copy, for people. */
public final class TextManifest {
  private final String version;
  private final Manifest manifest;

  /**
   * @param version of viplint
   */
  public TextManifest(String version, Manifest manifest) {
    this.version = version;
    this.manifest = manifest;
  }

  /** Writes it, ending with a newline; flushes and does not close. */
  public void write(Writer out) throws IOException {
    out.write("A copy without secrets, made by viplint " + version + ".\n");
    out.write(
        manifest.anonymized()
            ? "Names and addresses are not those of the lab, and certificates are cut.\n"
            : "Names and addresses are those of the lab.\n");
    List<String[]> rows = new ArrayList<>();
    manifest
        .files()
        .forEach(
            entry -> rows.add(new String[] {Visible.line(entry.path()), words(entry.redacted())}));
    rows(rows, out);
    if (!manifest.leftOut().isEmpty()) {
      out.write("\nLeft out:\n");
      List<String[]> left = new ArrayList<>();
      manifest
          .leftOut()
          .forEach(
              one -> left.add(new String[] {Visible.line(one.file()), Visible.line(one.reason())}));
      rows(left, out);
    }
    out.flush();
  }

  private static void rows(List<String[]> rows, Writer out) throws IOException {
    int width = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
    for (String[] row : rows) {
      out.write("  " + row[0] + " ".repeat(width - row[0].length() + 2) + row[1] + "\n");
    }
  }

  private static String words(Redacted redacted) {
    List<String> words = new ArrayList<>();
    for (Secret.Kind kind : Secret.Kind.values()) {
      int count = redacted.cut().getOrDefault(kind, 0);
      if (count > 0) {
        words.add(count + " " + plural(kind, count));
      }
    }
    if (redacted.repeated() > 0) {
      words.add(redacted.repeated() + (redacted.repeated() == 1 ? " repeat" : " repeats"));
    }
    return words.isEmpty() ? "nothing cut" : String.join(", ", words);
  }

  private static String plural(Secret.Kind kind, int count) {
    return count == 1
        ? kind.words()
        : kind == Secret.Kind.HASH ? "password hashes" : kind.words() + "s";
  }
}
