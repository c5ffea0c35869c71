package io.github.viplint.read.plan;

import com.fasterxml.jackson.core.JsonParser;
import io.github.viplint.capture.Capture;
import io.github.viplint.model.Plan;
import io.github.viplint.read.line.Lines;
import java.io.IOException;

/**
 * The networks in what vCenter's API answers about a Supervisor, for a reader that goes through the
 * answer for other things as well.
 */
public final class SupervisorNetworks {
  private final PlanBuilder plan;
  private final Tree.Walk walk;

  public SupervisorNetworks(Capture capture) {
    this.plan = new PlanBuilder(capture);
    this.walk = new Tree.Walk(capture.text(), new SupervisorSpec(plan)::take);
  }

  /**
   * Takes the current token of a parser of the capture's text; to be called for each.
   *
   * @throws IOException when the parser can't read the token's text
   */
  public void token(JsonParser parser) throws IOException {
    walk.token(parser);
  }

  /** What was read, once the parser is at its end or broke. */
  public Plan plan() {
    walk.end();
    return plan.plan();
  }

  /** Hands over what could not be read, once all lines were counted. */
  public void report(Lines lines) {
    plan.report(lines);
  }
}
