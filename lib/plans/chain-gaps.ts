import type { Plan } from "@/lib/evaluation/plan";

/** What a plan must name before it may start, and what it lacks. `ofChain`: also of one that started long ago, which is then a content library. */
export type ChainGap = { what: string; why: string; ofChain: boolean };

/** What of the plan decides whether it may start. */
export type Start = {
  plan: Pick<Plan, "design" | "chain" | "baseline" | "followUp"> & {
    primary: { code: string } | null;
    secondaries: readonly { code: string }[];
  };
  /** Layer by code, of the KPIs the chain or the plan names. */
  layers: ReadonlyMap<string, string | null>;
  /** People by arm as assigned. */
  arms: ReadonlyMap<string, number>;
  /** The first day anybody is to be exposed, and the day it is; "YYYY-MM-DD". */
  starts: string | null;
  today: string;
};

const fewestBehaviours = 3;
const mostBehaviours = 5;

/** Of a list of names, those that say something, each once. */
const named = (list: readonly string[] | undefined) => new Set((list ?? []).map((one) => one.trim()).filter(Boolean));

/**
 * What is missing for an initiative to start: role, skill gap, 3 to 5 observable behaviours, an operational (in-work) and a business KPI, a
 * comparison, a baseline that is over and locked before the start, and a follow-up. Empty where nothing is. Without its chain it is a content
 * library.
 */
export function chainGaps({ plan, layers, arms, starts, today }: Start): ChainGap[] {
  const { chain, baseline, followUp } = plan;
  const gaps: ChainGap[] = [];
  const add = (ofChain: boolean) => (holds: boolean, what: string, why: string) => {
    if (!holds) gaps.push({ what, why, ofChain });
  };
  const [need, needNow] = [add(true), add(false)];
  need(named(chain.role).size > 0, "A role", "Whose work is to change?");
  need(Boolean(chain.skill_gap?.trim()), "The skill gap", "What can people not do yet?");
  const behaviours = named(chain.behaviours).size;
  need(
    behaviours >= fewestBehaviours && behaviours <= mostBehaviours,
    `${fewestBehaviours} to ${mostBehaviours} behaviours`,
    `What would one see at work? ${behaviours === 0 ? "None is named." : `${behaviours} ${behaviours === 1 ? "is" : "are"} named.`}`,
  );
  const compared = [plan.primary, ...plan.secondaries].flatMap((kpi) => (kpi ? [kpi.code] : []));
  const asked = new Set([...compared, ...Object.values(chain.kpis ?? {}).flatMap((codes) => codes ?? [])]);
  const has = (layer: string) => [...asked].some((code) => layers.get(code) === layer);
  need(plan.primary !== null, "A primary KPI", "What is it to be judged by?");
  need(has("in_work"), "An operational KPI", "What moves first, in the work itself?");
  need(has("business"), "A business KPI", "What is it worth to the business?");
  need(Boolean(baseline.from && baseline.to), "A baseline window", "Compared with what before?");
  need(Boolean(followUp.from && followUp.to), "A follow-up window", "When is it decided?");
  if (baseline.to && starts) {
    need(
      baseline.to < starts,
      "A baseline that ends before the start",
      `It ends on ${baseline.to}, the start is ${starts}.`,
    );
  }
  needNow(starts !== null, "A start", "Nobody has a date yet.");
  if (starts) {
    needNow(
      starts > today,
      "A start to come",
      `The first people were to start on ${starts}. A baseline is locked before anybody starts: design it again with a later start.`,
    );
  }
  const trained = [...arms].filter(([arm]) => arm !== "control").reduce((sum, [, people]) => sum + people, 0);
  needNow(trained > 0, "People to train", "The draw has nobody in it.");
  if (plan.design === "randomised" || plan.design === "cluster_randomised" || plan.design === "comparison") {
    needNow((arms.get("control") ?? 0) > 0, "People to compare with", "The comparison arm is empty.");
  }
  return gaps;
}

/** Of one that was registered or started: what its chain lacks. With gaps it is a content library. */
export const gapsOfChain = (start: Omit<Start, "arms">): ChainGap[] =>
  chainGaps({ ...start, arms: new Map() }).filter(({ ofChain }) => ofChain);
