package io.github.viplint.rules.plan;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.Plan;
import io.github.viplint.model.Planned;
import io.github.viplint.model.Planned.Item;
import io.github.viplint.space.Claim;
import io.github.viplint.space.Claim.Use;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** VL806: pods or services of a cluster get addresses that something outside of it has. */
final class ClusterCidr implements Rule {
  private static final int MOST_RELATED = 8;

  private static final Set<Use> OUTSIDE =
      EnumSet.of(
          Use.NETWORK,
          Use.VIP_RANGE,
          Use.VIP,
          Use.CONTROL_PLANE_RANGE,
          Use.NODE_RANGE,
          Use.GATEWAY,
          Use.NAME_SERVER,
          Use.TIME_SERVER,
          Use.DATAPLANE,
          Use.VCENTER,
          Use.INTERFACE_ADDRESS,
          Use.BACKEND_SERVER);

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL806",
        "cluster-cidr",
        Severity.ERROR,
        "pods or services of a cluster get addresses that something outside of it has");
  }

  @Override
  public Needs needs() {
    return Needs.ofPlan(Item.PODS, Item.SERVICES).anywhere(CaptureKind.CLUSTER_MANIFEST);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    if (!lab.judgesPlan(needs())) {
      return;
    }
    LabPlan plan = LabPlan.of(lab);
    for (Plan manifest : lab.plans()) {
      if (LabPlan.isManifest(manifest)) {
        manifest.entries().forEach(one -> check(plan, manifest, one, findings));
      }
    }
  }

  private static void check(LabPlan plan, Plan manifest, Planned one, Findings findings) {
    List<Collision> all = Collision.among(plan.around(one.range()), OUTSIDE);
    List<Collision> widest = new ArrayList<>();
    for (Collision other : all) {
      if (all.stream()
          .noneMatch(
              wider ->
                  !wider.range().equals(other.range()) && wider.range().contains(other.range()))) {
        widest.add(other);
      }
    }
    if (!widest.isEmpty()) {
      collides(one, widest, findings);
    } else if (one.range().first().isIPv4()
        && Private.BLOCKS.stream().noneMatch(own -> own.range().contains(one.range()))) {
      isPublic(one, findings);
    }
    manifest.entries().stream()
        .filter(
            other ->
                one.item() == Item.SERVICES
                    && other.item() == Item.PODS
                    && other.group().equals(one.group())
                    && other.range().overlaps(one.range()))
        .findFirst()
        .ifPresent(pods -> overlaps(one, pods, findings));
  }

  private static void collides(Planned one, List<Collision> others, Findings findings) {
    if (findings.leavesOut(Severity.ERROR)) {
      return;
    }
    Collision first = others.get(0);
    Finding.Builder finding =
        findings
            .atPlan(
                one.span(),
                first.named()
                    + " "
                    + first.lies(one.range())
                    + " "
                    + one.range()
                    + ", the "
                    + one.item().called()
                    + " of the cluster"
                    + (others.size() > 1 ? ", and " + (others.size() - 1) + " more do" : "")
                    + ": from inside the cluster nobody reaches it")
            .label("also " + first.claims().get(0).label())
            .help("choose a CIDR that nothing outside of the cluster uses, and create it anew")
            .note("the CIDRs of a cluster can't be changed once it exists")
            .subject(one.range())
            .subject(first.range());
    List<Claim> claims = others.stream().flatMap(other -> other.claims().stream()).toList();
    claims.stream()
        .limit(MOST_RELATED)
        .forEach(claim -> finding.related(claim.span(), "the " + claim.label()));
    finding.report();
  }

  private static void isPublic(Planned one, Findings findings) {
    AddressRange range = one.range();
    IPAddress first = range.first();
    findings
        .atPlan(
            one.span(),
            range
                + ", the "
                + one.item().called()
                + " of the cluster, is public address space: from inside the cluster nobody reaches"
                + " the hosts that have it")
        .severity(Severity.INFO)
        .label("public from " + first + " on")
        .help("choose a CIDR of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10")
        .subject(range)
        .report();
  }

  private static void overlaps(Planned services, Planned pods, Findings findings) {
    findings
        .atPlan(
            services.span(),
            "the service CIDR "
                + services.range()
                + " and the pod CIDR "
                + pods.range()
                + " of one cluster overlap")
        .label("overlaps the pods")
        .help("give pods and services CIDRs of their own")
        .related(pods.span(), "the pod CIDR")
        .subject(services.range())
        .subject(pods.range())
        .report();
  }

  /** RFC 1918, RFC 6598, RFC 2544 and RFC 5737; worked out when the first plan is looked at. */
  private static final class Private {
    static final List<Cidr> BLOCKS =
        List.of(
                "10.0.0.0/8",
                "172.16.0.0/12",
                "192.168.0.0/16",
                "100.64.0.0/10",
                "198.18.0.0/15",
                "192.0.2.0/24",
                "198.51.100.0/24",
                "203.0.113.0/24")
            .stream()
            .map(text -> AddressText.cidr(text).orElseThrow())
            .toList();
  }
}
