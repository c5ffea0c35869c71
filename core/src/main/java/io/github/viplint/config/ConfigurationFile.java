package io.github.viplint.config;

import io.github.viplint.capture.Inputs;
import io.github.viplint.config.Node.Mapping;
import io.github.viplint.config.Node.Scalar;
import io.github.viplint.model.haproxy.HaproxyVersion;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds and reads {@code .viplint.yaml}. It is looked for from a folder upwards, never in what is
 * linted: a bundle from a stranger must not configure the tool. {@value #SCHEMA} beside this class
 * is its JSON schema.
 */
public final class ConfigurationFile {
  public static final String NAME = ".viplint.yaml";

  /** The JSON schema, draft 2020-12, that knows no rules by name. */
  public static final String SCHEMA = "configuration-1.schema.json";

  private static final int MOST_BYTES = 1 << 20;
  private static final String APPLIANCE = "v?\\d+\\.\\d+\\.\\d+";

  private final String shown;
  private final Path folder;

  private ConfigurationFile(Path file, String shown) {
    this.shown = shown;
    Path parent = file.toAbsolutePath().normalize().getParent();
    this.folder = parent == null ? file.toAbsolutePath() : parent;
  }

  /** The nearest configuration file in {@code folder} or above it. */
  public static Optional<Path> find(Path folder) {
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      Path file = at.resolve(NAME);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /**
   * Reads a configuration file.
   *
   * @param shown what to call it in messages and reports
   * @throws ConfigurationException when it can't be read, is no YAML, or holds what viplint does
   *     not know
   */
  public static Configuration read(Path file, String shown) throws ConfigurationException {
    Optional<Node> root = NodeReader.yaml(file, shown, MOST_BYTES);
    ConfigurationFile reading = new ConfigurationFile(file, shown);
    return root.isPresent()
        ? reading.configuration(root.get().mapping("a mapping such as `labs: [labs/*]`"))
        : Configuration.of(shown);
  }

  /** The same, called as the path is. */
  public static Configuration read(Path file) throws ConfigurationException {
    return read(file, file.toString());
  }

  private Configuration configuration(Mapping root) throws ConfigurationException {
    root.only(
        "lab", "labs", "rules", "versions", "signatures", "suppressions", "reports", "baseline");
    Optional<HaproxyVersion> haproxy = Optional.empty();
    Optional<String> appliance = Optional.empty();
    if (root.get("versions").isPresent()) {
      Mapping versions =
          root.get("versions").get().mapping("a mapping such as `versions: {haproxy: \"2.4\"}`");
      versions.only("haproxy", "appliance");
      haproxy = haproxy(versions);
      appliance = appliance(versions);
    }
    Optional<Node> baseline = root.get("baseline");
    return new Configuration(
        Optional.of(shown),
        labs(root),
        signatures(root),
        haproxy,
        appliance,
        baseline.isPresent()
            ? Optional.of(Inside.of(folder, baseline.get().text("the file of the baseline")))
            : Optional.empty(),
        plan(root),
        new Decisions(folder, root.get("rules"), root.get("suppressions"), root.get("reports")));
  }

  private Optional<Inputs.PlanText> plan(Mapping root) throws ConfigurationException {
    Optional<Node> lab = root.get("lab");
    if (lab.isEmpty()) {
      return Optional.empty();
    }
    LabPart.check(lab.get());
    return Optional.of(new Inputs.PlanText(shown, lab.get().span().capture().text()));
  }

  private static Optional<HaproxyVersion> haproxy(Mapping versions) throws ConfigurationException {
    if (versions.get("haproxy").isEmpty()) {
      return Optional.empty();
    }
    Scalar said = versions.needed("haproxy").text("a version in quotes, such as \"2.4\"");
    Optional<HaproxyVersion> version =
        HaproxyVersion.of(said.text()).filter(HaproxyVersion::isKnown);
    if (version.isEmpty()) {
      throw new ConfigurationException(
          said.span(),
          "`"
              + said.shortened()
              + "` is no version that is known: "
              + HaproxyVersion.KNOWN.stream().map(HaproxyVersion::toString).toList());
    }
    return version;
  }

  private static Optional<String> appliance(Mapping versions) throws ConfigurationException {
    if (versions.get("appliance").isEmpty()) {
      return Optional.empty();
    }
    Scalar said = versions.needed("appliance").text("a version such as v0.2.0");
    if (!said.text().matches(APPLIANCE)) {
      throw new ConfigurationException(said.span(), "expected a version such as v0.2.0");
    }
    return Optional.of(said.text().startsWith("v") ? said.text() : "v" + said.text());
  }

  /** Taken from the folder of the file that names them. */
  private List<Path> signatures(Mapping root) throws ConfigurationException {
    List<Path> files = new ArrayList<>();
    for (Scalar name : texts(root, "signatures", "a file such as `signatures.yaml`")) {
      try {
        files.add(folder.resolve(name.text()).normalize());
      } catch (InvalidPathException e) {
        throw new ConfigurationException(name.span(), "is no path");
      }
    }
    return files;
  }

  /** Globs are taken from the folder of the file that holds them, wherever the tool is run. */
  private List<Inputs.LabGlob> labs(Mapping root) throws ConfigurationException {
    List<Inputs.LabGlob> labs = new ArrayList<>();
    for (Scalar glob : texts(root, "labs", "a glob such as `labs/blue`")) {
      try {
        labs.add(
            new Inputs.LabGlob(glob.text(), folder.resolve(glob.text()).normalize().toString()));
      } catch (InvalidPathException e) {
        throw new ConfigurationException(glob.span(), "is no glob");
      }
    }
    return labs;
  }

  private static List<Scalar> texts(Mapping root, String key, String wanted)
      throws ConfigurationException {
    List<Scalar> texts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    if (root.get(key).isPresent()) {
      for (Node item : root.get(key).get().items("`" + key + "` to be a list")) {
        Scalar text = item.text(wanted);
        if (!seen.add(text.text())) {
          throw new ConfigurationException(
              text.span(), "`" + text.shortened() + "` is there already");
        }
        texts.add(text);
      }
    }
    return texts;
  }
}
