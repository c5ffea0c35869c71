package io.github.viplint.cli;

import io.github.viplint.capture.Role;
import io.github.viplint.lint.Options;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code viplint collect ROLE} */
@Command(
    name = "collect",
    description =
        "Prints read-only shell commands to run on an appliance, supervisor, vcenter or client;"
            + " what they print feeds every rule.",
    mixinStandardHelpOptions = true)
final class CollectCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "ROLE",
      converter = RoleName.class,
      completionCandidates = RoleName.class,
      description = "appliance, supervisor, vcenter or client.")
  private Role role = Role.APPLIANCE;

  CollectCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session
        .out()
        .print(new CollectScript(role, session.library().apply(Options.DEFAULT).rules()).text());
    return Exit.OK;
  }

  static final class RoleName extends Word<Role> {
    RoleName() {
      super(
          "role",
          Arrays.stream(Role.values()).map(Role::id).toList(),
          id ->
              Arrays.stream(Role.values())
                  .filter(one -> one.id().equals(id))
                  .findFirst()
                  .orElseThrow());
    }
  }
}
