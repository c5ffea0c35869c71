package io.github.viplint.fix;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.HostView;
import io.github.viplint.twin.Deletions;
import java.util.List;
import java.util.Optional;

/**
 * Deletes captured rules and routes of a re-enacted kernel, by the commands of a fix that has
 * nothing else. They are good when each takes something away, and what the finding stands at is
 * among it.
 */
record DeletionProof(HostView host) {
  /** Whether the commands do nothing but delete rules and routes, of tables that are known. */
  boolean judges(List<String> commands) {
    Deletions captured = host.deletions();
    return commands.stream().allMatch(Deletions::isOne)
        && commands.stream().allMatch(captured::knowsTable);
  }

  /** What is wrong when the commands were run; empty for nothing. */
  String failure(Finding finding, List<String> commands) {
    Deletions now = host.deletions();
    for (String command : commands) {
      Optional<Deletions> then = now.after(command);
      if (then.isEmpty()) {
        return "its command `" + command + "` deletes nothing";
      }
      now = then.get();
    }
    return now.gone().contains(finding.span())
        ? ""
        : "with its commands the finding is still there";
  }
}
