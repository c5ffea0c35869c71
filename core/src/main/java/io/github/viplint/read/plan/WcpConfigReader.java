package io.github.viplint.read.plan;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.Reading;
import io.github.viplint.read.line.Reader;
import java.util.Set;

/** Reads what vCenter is to be told of a Supervisor: the wizard's file, or the spec for its API. */
public final class WcpConfigReader implements Reader {
  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.WCP_CONFIG);
  }

  @Override
  public Reading read(Capture capture) {
    PlanBuilder plan = new PlanBuilder(capture);
    WcpConfig file = new WcpConfig(plan);
    SupervisorSpec spec = new SupervisorSpec(plan);
    Documents.json(capture, plan)
        .walk(
            object -> {
              file.take(object);
              spec.take(object);
            });
    return plan.reading();
  }
}
