package io.github.viplint.rules.haproxy.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a corpus beside the repository, each with what one version of haproxy said. */
final class Corpus {
  static final Path FOLDER = Path.of("..", "..", "shared", "corpus", "haproxy");

  /** The versions that judged it. 2.2.0 stands for 2.2.2 of the appliance. */
  static final List<String> VERSIONS = List.of("2.2", "2.6", "3.5");

  private static final Pattern EXIT = Pattern.compile("# exit=(-?\\d+)");
  private static final Pattern ALERT = Pattern.compile("\\[ALERT\\][^:]*: (.*)");

  private Corpus() {}

  record Case(String folder, String name, Path file, String version, Verdict verdict) {
    @Override
    public String toString() {
      return path() + " " + version;
    }

    /** The same for all versions. */
    String path() {
      return folder + "/" + name;
    }
  }

  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    cases.addAll(wild());
    cases.addAll(semantic());
    cases.addAll(lexical());
    return cases;
  }

  /** Files of public repositories; {@code verdicts.tsv} says what becomes of them. */
  static List<Case> wild() {
    List<Case> cases = new ArrayList<>();
    for (Map<String, String> row : table("verdicts.tsv")) {
      Path file = FOLDER.resolve(row.get("path"));
      String name = file.getFileName().toString();
      if (!row.get("path").startsWith("wild/") || !Files.exists(file)) {
        continue;
      }
      String kind = row.get("class");
      String verdict =
          kind.startsWith("REJECT") ? "reject" : kind.equals("ENV_REST") ? "env" : "ok";
      cases.add(wild(name, file, "2.6", verdict, row.get("first_non_env_alert_env_satisfied")));
      cases.add(
          wild(
              name,
              file,
              "2.2",
              row.get("verdict_2.2.0_env"),
              row.get("first_non_env_alert_2.2.0")));
      cases.add(
          wild(name, file, "3.5", row.get("verdict_3.5_env"), row.get("first_non_env_alert_3.5")));
    }
    return cases;
  }

  private static Case wild(String name, Path file, String version, String verdict, String alert) {
    return new Case(
        "wild",
        name,
        file,
        version,
        switch (verdict) {
          case "reject" -> Verdict.of(1, List.of(alert));
          case "ok" -> Verdict.ACCEPTED;
          default -> new Verdict(Verdict.Kind.ENVIRONMENT, OptionalInt.empty(), alert, false);
        });
  }

  /** Hand-made cases, one fault each. */
  static List<Case> semantic() {
    List<Case> cases = new ArrayList<>();
    for (Path file : files("semantic")) {
      for (String version : VERSIONS) {
        String oracle = version.equals("2.6") ? ".oracle.txt" : ".oracle-" + version + ".txt";
        cases.add(
            new Case("semantic", name(file), file, version, printed(text(Path.of(file + oracle)))));
      }
    }
    return cases;
  }

  /** Hand-made cases of words, lines and addresses. */
  static List<Case> lexical() {
    Map<String, Map<String, String>> structure = new LinkedHashMap<>();
    table("lexical/structure.tsv").forEach(row -> structure.put(row.get("case"), row));
    List<Case> cases = new ArrayList<>();
    for (Path file : files("lexical")) {
      Map<String, String> row = structure.get(name(file).replaceFirst("^struct-", ""));
      cases.add(
          new Case(
              "lexical", name(file), file, "2.6", printed(text(Path.of(file + ".oracle.txt")))));
      if (row != null) {
        cases.add(new Case("lexical", name(file), file, "2.2", summed(row.get("haproxy_2.2.0"))));
        cases.add(
            new Case("lexical", name(file), file, "3.5", summed(row.get("haproxy_3.5-dev5"))));
      }
    }
    return cases;
  }

  /** The output of a run, behind a line with its exit status. */
  private static Verdict printed(String oracle) {
    Matcher exit = EXIT.matcher(oracle);
    if (!exit.find()) {
      throw new IllegalStateException("no exit status: " + oracle);
    }
    return Verdict.of(
            Integer.parseInt(exit.group(1)),
            oracle.lines().map(ALERT::matcher).filter(Matcher::find).map(m -> m.group(1)).toList())
        .warned(oracle.contains("[WARNING]"));
  }

  /** {@code 1 ALERT: … ¦ ALERT: …}. */
  private static Verdict summed(String cell) {
    String[] parts = cell.split(" ", 2);
    String messages = parts.length > 1 ? parts[1] : "";
    return Verdict.of(
        Integer.parseInt(parts[0]),
        Stream.of(messages.split(" ¦ ")).filter(part -> part.startsWith("ALERT: ")).toList());
  }

  private static List<Map<String, String>> table(String name) {
    List<String> lines = text(FOLDER.resolve(name)).lines().toList();
    String[] heads = lines.get(0).split("\t", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < heads.length; i++) {
        row.put(heads[i], i < cells.length ? cells[i] : "");
      }
      rows.add(row);
    }
    return rows;
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.cfg$", "");
  }

  private static List<Path> files(String folder) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".cfg")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
