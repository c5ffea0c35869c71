package io.github.viplint.intake;

import io.github.viplint.capture.CaptureKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is known of the next lines from what stands above them.
 *
 * @param promised the command alone decides the kind; a heading's words only suggest it
 * @param part the command shows only a part
 * @param greeted a login's greeting follows
 * @param chained several commands on one line print, one after the other
 * @param irrelevant nothing below is of interest
 */
record Context(
    Optional<CaptureKind> kind,
    boolean promised,
    Optional<String> host,
    Optional<String> command,
    Optional<String> path,
    boolean part,
    boolean greeted,
    boolean chained,
    boolean irrelevant) {
  private static final Pattern BARE = Pattern.compile(" (?:-\\w*o ?|--output[= ])cat\\b");

  static final Context NOTHING =
      new Context(
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          false,
          false,
          false);

  /** What a command that was typed on {@code host} in {@code folder} tells. */
  static Context of(Command command, Optional<String> host, Optional<String> folder) {
    return new Context(
        command.kind(),
        command.kind().isPresent(),
        command.host().or(() -> host),
        command.typed().isEmpty() ? Optional.empty() : Optional.of(command.typed()),
        command.path().flatMap(path -> absolute(path, folder)),
        command.part(),
        command.logsIn(),
        command.chained(),
        false);
  }

  /**
   * What a heading tells.
   *
   * @param host where the text that the heading stands in was printed
   */
  static Context of(Heading heading, Optional<String> host) {
    return new Context(
        heading.kind(),
        heading.form() == Heading.Form.SECTION,
        host.filter(name -> heading.printed()),
        heading.command(),
        heading.path(),
        false,
        false,
        false,
        heading.form() == Heading.Form.IRRELEVANT);
  }

  /** What still holds when the command's own output is over: the host. */
  Context rest() {
    return new Context(
        Optional.empty(),
        false,
        host,
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        chained,
        false);
  }

  /** {@code journalctl -o cat}: messages without the head that shows a journal. */
  boolean bareMessages() {
    return kind.filter(CaptureKind.JOURNAL::equals).isPresent()
        && command.filter(typed -> BARE.matcher(typed).find()).isPresent();
  }

  private static Optional<String> absolute(String path, Optional<String> folder) {
    boolean pattern = path.chars().anyMatch(c -> c == '*' || c == '?' || c == '$');
    if (pattern) {
      return Optional.empty();
    }
    if (path.startsWith("/")) {
      return Optional.of(normal(path));
    }
    if (folder.isPresent() && folder.get().startsWith("/") && !path.startsWith("~")) {
      return Optional.of(normal(folder.get() + "/" + path));
    }
    return KnownFile.of(path).map(KnownFile::path);
  }

  private static String normal(String path) {
    Deque<String> names = new ArrayDeque<>();
    for (String name : path.split("/")) {
      if (name.equals("..")) {
        names.pollLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    return "/" + String.join("/", names);
  }
}
