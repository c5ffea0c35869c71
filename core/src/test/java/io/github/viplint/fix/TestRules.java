package io.github.viplint.fix;

import io.github.viplint.Viplint;
import io.github.viplint.capture.Inputs;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RulePack;
import io.github.viplint.log.Signature;
import java.nio.file.Path;
import java.util.List;

/** The rules of a test, in place of all others. */
record TestRules(List<Rule> rules) implements RulePack {
  @Override
  public String prefix() {
    return "XX";
  }

  @Override
  public List<Signature> signatures() {
    return List.of();
  }

  Viplint library() {
    return new Viplint(List.of(this), Options.DEFAULT);
  }

  /** What they find in a folder, with its fixes tried. */
  List<Report.Entry> findings(Path folder) {
    return library().check(Inputs.ofPaths(List.of(folder.toString()))).findings();
  }

  /** The first fix of the first finding. */
  Fix fix(Path folder) {
    return findings(folder).get(0).finding().fixes().get(0);
  }
}
