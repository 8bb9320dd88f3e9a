import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { kpis } from "@/db/schema/work";
import { isSmallGroup } from "@/lib/access/privacy";
import type { Viewer } from "@/lib/access/viewer";
import { unitOf } from "@/lib/evaluation/unit-of";
import { asksForNobody, type Choices, type Given, type PlannableDesign, readChoices } from "./choices";
import type { Transform } from "./detectable";
import { seedOf } from "./draw-arms";
import type { Case } from "./judge-designs";
import { hasNoise, noiseOf } from "./noise";
import { clusterOf } from "./people-history";
import { periodsIn, usualStart, windowsOf } from "./plan-calendar";
import { type Pool, readHistory } from "./read-history";
import { mayBeShown } from "./shown-pools";
import { teamsOf } from "./worst-teams";

export type WizardKpi = typeof kpis.$inferSelect;

/** Everything the steps and the saved draft are computed from: the same for both, so that what is saved is what was seen. */
export type Prepared = Case & {
  kpi: WizardKpi;
  minimum: number;
  unmeasured: number;
  /** Too few people, or too few apart from others this user was shown. */
  withheld: boolean;
  starts: string;
  /** The effect that would be worth it (of non-inferiority: the margin), in the KPI's unit. */
  worth: number | null;
};

/** Null where no KPI is chosen, or nobody has a value of it. */
export async function prepare(
  tx: Tx,
  viewer: Viewer,
  { given, today }: { given: Given; today: string },
): Promise<Prepared | null> {
  const choices = readChoices(given);
  if (choices.kpi === null) return null;
  const [kpi] = await tx
    .select()
    .from(kpis)
    .where(and(eq(kpis.orgId, viewer.orgId), eq(kpis.code, choices.kpi)));
  if (!kpi) return null;
  const [organisation] = await tx
    .select({ minimum: organisations.minimumGroupSize })
    .from(organisations)
    .where(eq(organisations.id, viewer.orgId));
  const minimum = organisation?.minimum ?? 5;
  const pool: Pool = { unit: choices.unit, site: choices.site, role: choices.role, nobody: asksForNobody(given) };
  const read = await readHistory(tx, viewer.orgId, { kpiId: kpi.id, pool, today });
  if (!read) return null;
  const { history, unmeasured } = read;
  const { kind } = history;
  const [before, after, every] = [choices.before, choices.weeks, choices.every].map((weeks) => periodsIn(weeks, kind));
  const timing = { before: before ?? 1, after: after ?? 1, every: every ?? 1 };
  const starts = choices.starts ?? usualStart(today, kind);
  const picked = pickedOf(
    choices,
    teamsOf(history, timing.before, kpi.direction).map(({ id }) => id),
  );
  const taking = picked.size > 0 ? history.people.filter((person) => picked.has(clusterOf(person))) : history.people;
  const log = choices.scale === "log";
  const noise = noiseOf(history, history.people, { ...timing, log });
  const withheld =
    isSmallGroup(history.people.length, minimum) ||
    isSmallGroup(taking.length, minimum) ||
    !(await mayBeShown(tx, viewer, {
      kpiId: kpi.id,
      pool,
      people: history.people.map(({ id }) => id),
      minimum,
      today,
    }));
  const transform: Transform = { log, mean: hasNoise(noise) ? noise.mean : 0, direction: directionOf(kpi, choices) };
  return {
    ...timing,
    choices,
    kpi,
    minimum,
    history,
    unmeasured,
    withheld,
    picked,
    noise,
    transform,
    starts,
    seed: seedOf(viewer.orgId, kpi.code, starts, choices.draw),
    worth: choices.worth === null ? null : unitOf(kpi) === "share" ? choices.worth / 100 : choices.worth,
  };
}

/** The windows of a plan with this design. */
export function planWindows(
  { starts, history, before, after, every, choices }: Prepared,
  design: PlannableDesign,
): ReturnType<typeof windowsOf> {
  return windowsOf({ starts, kind: history.kind, before, after, every, waves: choices.waves }, design === "phased");
}

/** Towards which side an effect is looked for: the good one, or for "not worse" the bad one. */
function directionOf({ direction }: WizardKpi, { question }: Choices): Transform["direction"] {
  return question === "better" ? direction : direction === "up" ? "down" : "up";
}

/** The teams to start with: those named, or the worst so many. */
function pickedOf({ team, worst }: Choices, worstFirst: readonly string[]): Set<string> {
  if (worst !== null) return new Set(worstFirst.slice(0, worst));
  return new Set(team);
}
