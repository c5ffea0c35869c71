package io.github.viplint.rules;

import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RulePack;
import io.github.viplint.log.Signature;
import java.util.List;

/** The rules that come with viplint. */
public final class BuiltInRules implements RulePack {
  @Override
  public String prefix() {
    return "VL";
  }

  @Override
  public List<Rule> rules() {
    return List.of();
  }

  @Override
  public List<Signature> signatures() {
    return List.of();
  }
}
