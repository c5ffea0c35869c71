package io.github.viplint.intake;

import io.github.viplint.capture.CaptureKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON or XML document that stands by itself in a text.
 *
 * @param kind empty where it is none of ours
 * @param end the index behind its last line; where a paste was cut off, of what is there
 */
record PlanDocument(Optional<CaptureKind> kind, int end) {
  private static final int MOST_CHARACTERS = 4 << 20;
  private static final String XML_END = "Environment>";

  /** In what vCenter's API answers about a Supervisor, and never in what it is asked for. */
  private static final Set<String> STATUS = Set.of("\"config_status\"", "\"kubernetes_status\"");

  /** What vCenter's API calls the parts of a Supervisor; one alone proves nothing. */
  private static final Set<String> SUPERVISOR =
      Set.of(
          "\"master_management_network\"",
          "\"master_DNS\"",
          "\"worker_DNS\"",
          "\"load_balancers\"",
          "\"load_balancer_config_spec\"",
          "\"workload_networks\"",
          "\"workload_networks_spec\"",
          "\"network_provider\"",
          "\"service_cidr\"");

  static boolean mayBegin(String line) {
    if (line.indexOf('{') < 0 && line.indexOf('[') < 0 && line.indexOf('<') < 0) {
      return false;
    }
    int at = 0;
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return line.startsWith("{", at)
        || line.equals("[")
        || line.startsWith("[{")
        || line.startsWith("<?xml", at)
        || line.startsWith("<Environment", at);
  }

  /** What begins with the line at {@code at}. */
  static PlanDocument at(List<Line> lines, int at) {
    return lines.get(at).text().stripLeading().startsWith("<") ? xml(lines, at) : json(lines, at);
  }

  private static PlanDocument json(List<Line> lines, int at) {
    Brackets brackets = new Brackets();
    StringBuilder text = new StringBuilder();
    int end = at;
    boolean closed = false;
    while (!closed
        && end < lines.size()
        && text.length() < MOST_CHARACTERS
        && !isPrompt(lines, at, end)) {
      String line = lines.get(end++).text();
      text.append(line).append('\n');
      closed = brackets.closedBy(line);
    }
    return new PlanDocument(jsonKind(text.toString(), closed), end);
  }

  /** An answer that is cut off is known line by line. */
  private static Optional<CaptureKind> jsonKind(String json, boolean closed) {
    if (STATUS.stream().anyMatch(json::contains)) {
      return closed ? Optional.of(CaptureKind.WCP_CLUSTER) : Optional.empty();
    }
    if (json.contains("\"PropertyMapping\"")) {
      return Optional.of(CaptureKind.OVF_PROPERTIES);
    }
    if (json.contains("\"tkgsComponentSpec\"")) {
      return Optional.of(CaptureKind.WCP_CONFIG);
    }
    return SUPERVISOR.stream().filter(json::contains).limit(2).count() == 2
        ? Optional.of(CaptureKind.WCP_CONFIG)
        : Optional.empty();
  }

  private static PlanDocument xml(List<Line> lines, int at) {
    StringBuilder text = new StringBuilder();
    int end = at;
    while (end < lines.size() && text.length() < MOST_CHARACTERS && !isPrompt(lines, at, end)) {
      String line = lines.get(end++).text();
      text.append(line).append('\n');
      int close = line.indexOf(XML_END);
      if (close > 0 && line.lastIndexOf("</", close) >= 0) {
        break;
      }
    }
    String xml = text.toString();
    boolean ours =
        xml.contains("schemas.dmtf.org/ovf/environment")
            || xml.contains("\"network.management_ip\"")
            || xml.contains("\"loadbalance.service_ip_range\"");
    return new PlanDocument(ours ? Optional.of(CaptureKind.OVF_PROPERTIES) : Optional.empty(), end);
  }

  private static boolean isPrompt(List<Line> lines, int at, int line) {
    return line > at && Prompt.at(lines.get(line).text()).filter(Prompt::sure).isPresent();
  }

  /** How many brackets are open, outside of strings. */
  private static final class Brackets {
    private int open;
    private boolean string;

    /** Whether the line closes the last one. */
    boolean closedBy(String line) {
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        if (string) {
          if (c == '\\') {
            i++;
          } else if (c == '"') {
            string = false;
          }
        } else if (c == '"') {
          string = true;
        } else if (c == '{' || c == '[') {
          open++;
        } else if (c == '}' || c == ']') {
          open--;
        }
      }
      return open <= 0;
    }
  }
}
