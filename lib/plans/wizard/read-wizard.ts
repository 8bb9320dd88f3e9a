import "server-only";
import { isSmallGroup, withheldGroups } from "@/lib/access/privacy";
import { type ChainGap, chainGaps } from "@/lib/plans/chain-gaps";
import { query } from "@/lib/server/tenant-access";
import { powerCurve } from "@/lib/stats/power/precision";
import type { ArmPreview } from "./arms-of";
import { type Choices, type Given, readChoices } from "./choices";
import { powerAt, type Worth } from "./detectable";
import { drawOf } from "./draw-of";
import { type Judged, judge, judgeDesigns } from "./judge-designs";
import { hasNoise, type Noise, type NoNoise, rehearsalStretches } from "./noise";
import { clusterOf, valueOver, volumeOver } from "./people-history";
import type { PeriodKind, windowsOf } from "./plan-calendar";
import { type Prepared, planWindows, prepare, type WizardKpi } from "./prepare";
import { readOptions, type WizardOptions } from "./read-options";
import { startingPlan } from "./starting-plan";
import { type Alternative, alternativesOf, type Course, courseOf, lotsNeeded } from "./what-would-help";
import { type Selection, selectionOf, teamsOf } from "./worst-teams";

/** A team one could start with; its figure is null where it may not be shown or there is none. */
type TeamRow = {
  id: string;
  name: string;
  people: number;
  mean: number | null;
  withheld: boolean;
  picked: boolean;
};

export type Trade = {
  judged: Judged;
  /** Power over effects, in the KPI's unit. */
  curve: { effect: number; power: number | null }[];
  course: Course;
  alternatives: Alternative[];
  /** Against the effect that would be worth it: the chance to see it, and how many lots it would take. */
  worth: { effect: number; power: number; lots: number | null } | null;
};

export type Subject = {
  kpi: Pick<WizardKpi, "code" | "name" | "unit" | "direction" | "layer" | "kind" | "valuePerUnit" | "currency">;
  kind: PeriodKind;
  level: "person" | "team";
  /** Mean of the people's values by period; null where too few have one. */
  series: { period: string; mean: number | null; people: number }[];
  people: number;
  taking: number;
  teams: TeamRow[];
  unmeasured: number;
  noise: Noise | NoNoise;
  selection: Selection | null;
  starts: string;
  before: number;
  after: number;
  every: number;
  windows: ReturnType<typeof windowsOf>;
  worth: number | null;
  /** What an effect in the KPI's unit is worth is computed from this. */
  money: Worth;
  designs: Judged[];
  chosen: Judged;
  trade: Trade | null;
  draw: { arms: ArmPreview[]; seed: number } | null;
  gaps: ChainGap[];
};

export type Wizard = {
  choices: Choices;
  options: WizardOptions;
  today: string;
  minimum: number | null;
} & ({ kind: "empty" | "no-kpi" | "no-values" | "withheld" } | { kind: "ready"; subject: Subject });

/** The wizard as its page shows it: what was chosen, what there is to choose, and what the history says of it. */
export const readWizard = query(
  "plan.create",
  async (tx, { given, today }: { given: Given; today: string }, viewer): Promise<Wizard> => {
    const options = await readOptions(tx, viewer.orgId, today);
    const choices = readChoices(given);
    const base = { choices, options, today, minimum: null };
    if (options.roles.length + options.units.length === 0 || options.kpis.every(({ measured }) => measured === null))
      return { ...base, kind: "empty" };
    if (choices.kpi === null || !options.kpis.some(({ code }) => code === choices.kpi))
      return { ...base, kind: "no-kpi" };
    const prepared = await prepare(tx, viewer, { given, today });
    if (!prepared) return { ...base, kind: "no-values" };
    if (prepared.withheld) return { ...base, minimum: prepared.minimum, kind: "withheld" };
    return { ...base, minimum: prepared.minimum, kind: "ready", subject: subjectOf(prepared, options, today) };
  },
);

function subjectOf(given: Prepared, options: WizardOptions, today: string): Subject {
  const asked = given.choices.design ?? judgeDesigns(given)[0]?.design ?? "before_after";
  const prepared: Prepared = { ...given, choices: { ...given.choices, design: asked } };
  const { history, kpi, picked, before, after, every, noise, minimum } = prepared;
  const designs = judgeDesigns(prepared);
  const chosen = judge(asked, prepared);
  const latest = { first: history.periods.length - before, last: history.periods.length - 1 };
  const meant = picked.size > 0 ? history.people.filter((person) => picked.has(clusterOf(person))) : history.people;
  const carriers = history.level === "team" ? new Set(meant.map(({ teamId }) => teamId)).size : meant.length;
  const canBeDone = chosen.obstacle === null || chosen.obstacle === "not-estimable";
  const draw = canBeDone ? drawOf(prepared, chosen.design) : null;
  return {
    kpi,
    kind: history.kind,
    level: history.level,
    series: history.periods.map((period, at) => {
      const values = history.people.flatMap((person) => valueOver(person, { first: at, last: at }) ?? []);
      const isShown = values.length > 0 && !isSmallGroup(values.length, minimum);
      const mean = isShown ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
      return { period, mean, people: values.length };
    }),
    people: history.people.length,
    taking: draw?.drawn.length ?? 0,
    teams: teamRows(prepared),
    unmeasured: prepared.unmeasured,
    noise,
    selection: picked.size > 0 ? selectionOf(history, picked, { before, after, direction: kpi.direction }) : null,
    starts: prepared.starts,
    before,
    after,
    every,
    windows: planWindows(prepared, asked),
    worth: prepared.worth,
    money: {
      valuePerUnit: kpi.valuePerUnit,
      kpiKind: kpi.kind,
      volume: volumeOver(meant, rehearsalStretches(history.periods.length, before, after)?.post ?? latest),
      carriers,
      period: history.kind,
    },
    designs,
    chosen,
    trade: tradeOf(prepared, chosen),
    draw: draw && { arms: withheldArms(draw.arms, minimum), seed: prepared.seed },
    gaps: chainGaps(startingPlan(prepared, chosen.design, { options, arms: draw?.arms ?? [], today })),
  };
}

function teamRows({ history, before, kpi, picked, minimum }: Prepared): TeamRow[] {
  const teams = teamsOf(history, before, kpi.direction);
  const hidden = withheldGroups(teams, minimum);
  return teams.flatMap(({ id, name, people, mean }) =>
    name === null
      ? []
      : [{ id, name, people, mean: hidden.has(id) ? null : mean, withheld: hidden.has(id), picked: picked.has(id) }],
  );
}

function withheldArms(arms: readonly ArmPreview[], minimum: number): ArmPreview[] {
  return arms.map((arm) => (isSmallGroup(arm.withBaseline, minimum) ? { ...arm, baseline: null, apart: null } : arm));
}

const points = 25;

function tradeOf(prepared: Prepared, judged: Judged): Trade | null {
  const { precision, detectable } = judged;
  if (precision?.kind !== "precision" || !detectable || !hasNoise(prepared.noise)) return null;
  const { worth, transform } = prepared;
  const widest = 1.6 * Math.max(detectable.effect, Math.min(worth ?? 0, 3 * detectable.effect));
  const effects = Array.from({ length: points }, (_, at) => (widest * at) / (points - 1));
  return {
    judged,
    curve: powerCurve(effects, (effect) => powerAt(precision, effect, transform)),
    course: judged.design === "before_after" ? [] : courseOf(prepared, judged),
    alternatives: alternativesOf(prepared, judged),
    worth:
      worth === null
        ? null
        : { effect: worth, power: powerAt(precision, worth, transform), lots: lotsNeeded(prepared, judged, worth) },
  };
}
