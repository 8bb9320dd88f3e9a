import { directionOf } from "@/lib/evaluation/claim/sentence";
import type { PlanKpi } from "@/lib/evaluation/plan";
import type { EvaluationResult } from "@/lib/evaluation/result";
import { unitOf } from "@/lib/evaluation/unit-of";
import type { Formats } from "@/lib/format/formats";
import type { Initiative } from "./read-initiative";

/**
 * `holds`: the evidence carries on from here. `breaks`: it was looked for and not found. `beside`: not found, but another KPI
 * of the same layer carries on. `unknown`: nobody can say yet.
 */
type LinkStatus = "holds" | "breaks" | "beside" | "unknown";
export type ChainLink = { id: string; step: string; figure: string; status: LinkStatus; says: string };

const layers = { leading: 0, in_work: 1, business: 2, talent: 3 };
const half = 0.5;

/**
 * The chain from activity to result, link by link. Use and understanding hold when at least half of the people got there;
 * a behaviour and a KPI hold when their interval lies clear of zero on the good side. `evaluation` is null where it is withheld.
 */
export function chainLinks(initiative: Initiative, evaluation: EvaluationResult | null, formats: Formats): ChainLink[] {
  const planned = [initiative.plan.primary, ...initiative.plan.secondaries]
    .filter((kpi) => kpi !== null)
    .toSorted((left, right) => layers[left.layer ?? "in_work"] - layers[right.layer ?? "in_work"]);
  return [
    reached(initiative, formats),
    understood(initiative, formats),
    applied(initiative, formats),
    ...spared(planned.map((kpi) => ({ layer: kpi.layer, link: moved(kpi, initiative, evaluation, formats) }))),
    ...unplanned(initiative, planned),
  ];
}

/** A KPI that did not move breaks the chain only where none of its layer did. */
function spared(kpis: { layer: PlanKpi["layer"]; link: ChainLink }[]): ChainLink[] {
  const moving = new Set(kpis.filter(({ link }) => link.status === "holds").map(({ layer }) => layer));
  return kpis.map(({ layer, link }) =>
    link.status === "breaks" && moving.has(layer) ? { ...link, status: "beside" } : link,
  );
}

function reached({ learning, arms, minimumGroupSize }: Initiative, formats: Formats): ChainLink {
  const exposed = arms.filter(({ label }) => label !== "control").reduce((sum, arm) => sum + arm.exposed, 0);
  const count = learning.used ?? exposed;
  const link = { id: "reached", step: "Reached" };
  if (learning.treated < minimumGroupSize) return unknown(link, "Too few people to show.");
  if (count === 0) return unknown(link, "No use of the activities is on file.");
  const share = count / learning.treated;
  const what = learning.used === null ? "have an exposure date" : "used an activity of the programme";
  return {
    ...link,
    figure: formats.percent(share),
    status: share >= half ? "holds" : "breaks",
    says: `${count} of ${learning.treated} people ${what}.`,
  };
}

function understood({ learning, minimumGroupSize }: Initiative, formats: Formats): ChainLink {
  const link = { id: "understood", step: "Understood" };
  if (learning.checked < minimumGroupSize) return unknown(link, "No result of a check is on file for enough people.");
  const share = learning.passed / learning.checked;
  return {
    ...link,
    figure: formats.percent(share),
    status: share >= half ? "holds" : "breaks",
    says: `${learning.passed} of ${learning.checked} people with a checked result passed the last one. Passing is not doing.`,
  };
}

function applied({ behaviour }: Initiative, formats: Formats): ChainLink {
  const link = { id: "applied", step: "Applied at work" };
  if (behaviour.kind !== "estimate") return unknown(link, behaviour.reason);
  const [low, high] = behaviour.interval;
  const text = formats.effect(behaviour.value, behaviour.interval, "levels");
  return {
    ...link,
    figure: formats.change(behaviour.value, "levels"),
    status: low > 0 ? "holds" : "breaks",
    says:
      low > 0 || high < 0
        ? `Observed behaviour changed by ${text} against the comparison.`
        : `No change in observed behaviour could be shown against the comparison: ${text}.`,
  };
}

function moved(kpi: PlanKpi, { plan }: Initiative, evaluation: EvaluationResult | null, formats: Formats): ChainLink {
  const link = { id: kpi.code, step: kpi.name };
  const found = evaluation?.results.find(({ kpi: code, headline }) => code === kpi.code && headline);
  if (!found || found.estimate === null || found.ci === null)
    return unknown(link, found?.reason ?? "Withheld: too few people in an arm.");
  const log = plan.transform[kpi.code] === "log";
  const direction = directionOf({ kpi, log, estimate: found.estimate, interval: found.ci, spread: null });
  const unit = log ? "log points" : unitOf(kpi);
  const text = formats.effect(found.estimate, found.ci, unit);
  const verdicts = { better: "better", worse: "worse", unclear: "no difference shown" } as const;
  const verdict = verdicts[direction === "better" || direction === "worse" ? direction : "unclear"];
  return {
    ...link,
    figure: verdict,
    status: direction === "better" ? "holds" : "breaks",
    says: `${text}, ${verdict} (${kpi.role}, ${found.method}).`,
  };
}

function unplanned({ plan, names }: Initiative, planned: PlanKpi[]): ChainLink[] {
  const known = new Set(planned.map(({ code }) => code));
  const missing = (codes: readonly string[] | undefined) => (codes ?? []).filter((code) => !known.has(code));
  const says = "In the chain, but not among the KPIs the plan compares.";
  const links = missing(plan.chain.kpis?.business).map((code) =>
    unknown({ id: code, step: names[code] ?? code }, says),
  );
  const talent = missing(plan.chain.kpis?.talent);
  if (talent.length === 0) return links;
  const late = "People's careers take 6 to 18 months to show; the plan does not compare them.";
  return [...links, unknown({ id: "talent", step: "Talent outcomes" }, late)];
}

function unknown(link: Pick<ChainLink, "id" | "step">, says: string): ChainLink {
  return { ...link, figure: "not known", status: "unknown", says };
}
