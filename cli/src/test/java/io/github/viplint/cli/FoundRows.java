package io.github.viplint.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a JSON report finds, without a name or an address: rule, severity, line, causes and kinds of
 * fixes.
 */
final class FoundRows {
  private FoundRows() {}

  /** Sorted, one for each finding. */
  static List<String> of(JsonNode report) {
    Map<String, String> rules = new HashMap<>();
    report.get("findings").forEach(f -> rules.put(f.get("id").asText(), f.get("rule").asText()));
    List<String> rows = new ArrayList<>();
    for (JsonNode finding : report.get("findings")) {
      List<String> causes = new ArrayList<>();
      finding.get("causedBy").forEach(id -> causes.add(rules.get(id.asText())));
      List<String> fixes = new ArrayList<>();
      for (JsonNode fix : finding.get("fixes")) {
        fixes.add(
            fix.get("safety").asText()
                + (fix.get("proven").asBoolean() ? " proven " : " ")
                + fix.get("edits").size()
                + "+"
                + fix.get("commands").size());
      }
      rows.add(
          String.join(
              " ",
              finding.get("rule").asText(),
              finding.get("severity").asText(),
              finding.get("confidence").asText(),
              finding.get("location").get("startLine").asText(),
              finding.get("subjects").size() + " subjects",
              finding.get("evidence").size() + " evidence",
              "by " + causes.stream().sorted().toList(),
              "fixes " + fixes));
    }
    return rows.stream().sorted().toList();
  }
}
