package io.github.viplint.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.viplint.capture.Inputs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds and reads {@code .viplint.yaml}. It is looked for from a folder upwards, never in what is
 * linted: a bundle from a stranger must not configure the tool.
 */
public final class ConfigurationFile {
  public static final String NAME = ".viplint.yaml";

  private static final long MOST_BYTES = 1 << 20;
  private static final Set<String> KEYS = new TreeSet<>(Set.of("labs", "signatures"));

  private final Path file;
  private final JsonParser yaml;

  private ConfigurationFile(Path file, JsonParser yaml) {
    this.file = file;
    this.yaml = yaml;
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
   * @throws ConfigurationException when it can't be read, is no YAML, or holds what viplint does
   *     not know
   */
  public static Configuration read(Path file) throws ConfigurationException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new ConfigurationException(file + ": is too large for a configuration file");
      }
      String text = Files.readString(file, StandardCharsets.UTF_8);
      try (JsonParser yaml = new YAMLFactory().createParser(text)) {
        return new ConfigurationFile(file, yaml).configuration();
      }
    } catch (JsonProcessingException e) {
      throw new ConfigurationException(
          file
              + lineOf(e.getLocation())
              + ": is no YAML: "
              + e.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (IOException e) {
      throw new ConfigurationException(file + ": can't be read");
    }
  }

  private Configuration configuration() throws IOException, ConfigurationException {
    List<Inputs.LabGlob> labs = List.of();
    List<Path> signatures = List.of();
    JsonToken first = yaml.nextToken();
    if (first != null && first != JsonToken.VALUE_NULL) {
      expect(JsonToken.START_OBJECT, "a mapping such as `labs: [labs/*]`");
      while (yaml.nextToken() == JsonToken.FIELD_NAME) {
        String key = yaml.currentName();
        if (!KEYS.contains(key)) {
          throw problem("`" + key + "` is no setting; known are: " + String.join(", ", KEYS));
        }
        if (key.equals("labs")) {
          labs = labs();
        } else {
          signatures = signatures();
        }
      }
    }
    return new Configuration(Optional.of(file), labs, signatures);
  }

  /** Taken from the folder of the file that names them. */
  private List<Path> signatures() throws IOException, ConfigurationException {
    List<Path> files = new ArrayList<>();
    yaml.nextToken();
    expect(JsonToken.START_ARRAY, "`signatures` is a list of files");
    while (yaml.nextToken() != JsonToken.END_ARRAY) {
      expect(JsonToken.VALUE_STRING, "a file such as `signatures.yaml`");
      files.add(file.toAbsolutePath().normalize().resolveSibling(yaml.getText()).normalize());
    }
    return files;
  }

  /** Globs are taken from the folder of the file that holds them, wherever the tool is run. */
  private List<Inputs.LabGlob> labs() throws IOException, ConfigurationException {
    List<Inputs.LabGlob> labs = new ArrayList<>();
    yaml.nextToken();
    expect(JsonToken.START_ARRAY, "`labs` is a list of globs");
    while (yaml.nextToken() != JsonToken.END_ARRAY) {
      expect(JsonToken.VALUE_STRING, "a glob such as `labs/blue`");
      String glob = yaml.getText();
      Path folder = file.toAbsolutePath().normalize().getParent();
      labs.add(new Inputs.LabGlob(glob, folder.resolve(glob).normalize().toString()));
    }
    return labs;
  }

  private void expect(JsonToken token, String wanted) throws ConfigurationException {
    if (yaml.currentToken() != token) {
      throw problem("expected " + wanted);
    }
  }

  private ConfigurationException problem(String message) {
    return new ConfigurationException(file + lineOf(yaml.currentTokenLocation()) + ": " + message);
  }

  private static String lineOf(JsonLocation location) {
    return location == null ? "" : ":" + location.getLineNr();
  }
}
