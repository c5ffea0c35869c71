package io.github.viplint.rules;

import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RulePack;
import io.github.viplint.lint.Witness;
import io.github.viplint.log.Signature;
import io.github.viplint.rules.bind.BindRules;
import io.github.viplint.rules.client.ClientRules;
import io.github.viplint.rules.haproxy.HaproxyRules;
import io.github.viplint.rules.hygiene.HygieneRules;
import io.github.viplint.rules.log.LogWitness;
import io.github.viplint.rules.plan.PlanRules;
import io.github.viplint.rules.routing.RoutingRules;
import io.github.viplint.rules.service.ServiceRules;
import io.github.viplint.rules.table.RouteTableRules;
import io.github.viplint.rules.vip.VipRangeRules;
import java.util.List;
import java.util.stream.Stream;

/** The rules that come with viplint. */
public final class BuiltInRules implements RulePack {
  @Override
  public String prefix() {
    return "VL";
  }

  @Override
  public List<Rule> rules() {
    return Stream.of(
            VipRangeRules.rules(),
            BindRules.rules(),
            RouteTableRules.rules(),
            RoutingRules.rules(),
            HaproxyRules.rules(),
            ServiceRules.rules(),
            ClientRules.rules(),
            PlanRules.rules(),
            HygieneRules.rules())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<Signature> signatures() {
    return io.github.viplint.rules.log.BuiltInSignatures.all();
  }

  @Override
  public List<Witness.Call> witnesses() {
    return Stream.concat(Stream.of(LogWitness::of), ServiceRules.witnesses().stream()).toList();
  }
}
