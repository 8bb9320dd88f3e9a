import { directionOf } from "@/lib/evaluation/claim/sentence";
import type { PlanKpi } from "@/lib/evaluation/plan";
import type { EvaluationResult } from "@/lib/evaluation/result";
import { unitOf } from "@/lib/evaluation/unit-of";
import type { Formats } from "@/lib/format/formats";
import { methodName } from "@/lib/methods/method-name";
import type { Initiative } from "./read-initiative";

/**
 * `holds`: the evidence carries on from here. `breaks`: it was looked for and not found. `beside`: not found, but another KPI
 * of the same layer carries on. `unknown`: nobody can say yet.
 */
type LinkStatus = "holds" | "breaks" | "beside" | "unknown";
export type ChainLink = { id: string; step: string; figure: string; status: LinkStatus; says: string };

const layers = { leading: 0, in_work: 1, business: 2, talent: 3 };
type Layer = keyof typeof layers;
type LayerLink = { layer: Layer; link: ChainLink };
const half = 0.5;
const opposite = { up: "down", down: "up" } as const;

/**
 * The chain from activity to result, link by link. Use and understanding hold when at least half of the people got there;
 * a behaviour and a KPI hold when their interval lies clear of zero on the good side. `evaluation` is null where it is withheld.
 */
export function chainLinks(initiative: Initiative, evaluation: EvaluationResult | null, formats: Formats): ChainLink[] {
  const planned = [initiative.plan.primary, ...initiative.plan.secondaries].filter((kpi) => kpi !== null);
  return [
    reached(initiative, formats),
    understood(initiative, formats),
    applied(initiative, formats),
    ...byLayer([
      ...spared(
        planned.map((kpi) => ({ layer: kpi.layer ?? "in_work", link: moved(kpi, initiative, evaluation, formats) })),
      ),
      ...unplanned(initiative, planned),
    ]),
  ];
}

/** In the order of the layers; within one, what is compared comes first. */
function byLayer(links: LayerLink[]): ChainLink[] {
  return links.toSorted((left, right) => layers[left.layer] - layers[right.layer]).map(({ link }) => link);
}

/** A KPI that did not move breaks the chain only where none of its layer did. */
function spared(kpis: LayerLink[]): LayerLink[] {
  const moving = new Set(kpis.filter(({ link }) => link.status === "holds").map(({ layer }) => layer));
  return kpis.map(({ layer, link }) =>
    link.status === "breaks" && moving.has(layer) ? { layer, link: { ...link, status: "beside" } } : { layer, link },
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
  // Days until an event that should come more often are better when they are fewer.
  const isTime = found.detail.unit === "days";
  const wanted = isTime ? { ...kpi, direction: opposite[kpi.direction] } : kpi;
  const direction = directionOf({ kpi: wanted, log, estimate: found.estimate, interval: found.ci, spread: null });
  const unit = isTime ? "days" : log ? "log points" : unitOf(kpi);
  const text = formats.effect(found.estimate, found.ci, unit);
  const verdicts = { better: "better", worse: "worse", unclear: "no difference shown" } as const;
  const verdict = verdicts[direction === "better" || direction === "worse" ? direction : "unclear"];
  return {
    ...link,
    figure: verdict,
    status: direction === "better" ? "holds" : "breaks",
    says: `${text}, ${verdict} (${kpi.role}; ${methodName(found.method)}).`,
  };
}

/** KPIs of the chain that the plan does not compare, by layer. */
function unplanned({ plan, names }: Initiative, planned: PlanKpi[]): LayerLink[] {
  const compared = new Set(planned.map(({ code }) => code));
  const missing = (layer: Layer) => (plan.chain.kpis?.[layer] ?? []).filter((code) => !compared.has(code));
  const links = (["leading", "in_work", "business"] as const).flatMap((layer) =>
    missing(layer).map((code): LayerLink => {
      const name = names[code];
      const link = { id: code, step: name ?? code };
      if (name === undefined)
        return { layer, link: unknown(link, "In the chain, but no KPI of this name is on file.") };
      return { layer, link: notCompared(link, "In the chain, but not part of the plan: no effect was estimated.") };
    }),
  );
  const talent = missing("talent");
  if (talent.length === 0) return links;
  const late = "People's careers take 6 to 18 months to show. They are not part of the plan: no effect was estimated.";
  return [...links, { layer: "talent", link: notCompared({ id: "talent", step: "Talent outcomes" }, late) }];
}

function notCompared(link: Pick<ChainLink, "id" | "step">, says: string): ChainLink {
  return { ...link, figure: "not compared", status: "unknown", says };
}

function unknown(link: Pick<ChainLink, "id" | "step">, says: string): ChainLink {
  return { ...link, figure: "not known", status: "unknown", says };
}
