import { sql } from "drizzle-orm";
import { confidenceSequence } from "@/lib/stats/sequential/confidence-sequence";
import { type Decision, decide } from "@/lib/stats/sequential/decide";
import type { Design } from "./design";
import type { Occasion } from "./estimator";
import type { MethodResult } from "./result";
import { inWindow } from "./windows";

/** What may be looked at while the follow-up is open, as often as one likes: an interval that holds at all looks together. */
export type EarlyLook = {
  method: string;
  /** The method whose estimate it rests on. */
  of: string;
  interval: [number, number];
  p: number;
  confidence: number;
  /** Share of the planned periods of follow-up that have values. */
  progress: number;
  /** How many times as wide as the interval of the planned end would be. */
  wider_than_fixed: number;
  decision: Decision;
  n: { treated: number; control: number };
};

/** Puts the look into the detail of the KPI's headline, which stays refused as too early. */
export async function addEarlyLook(results: MethodResult[], occasion: Occasion, design: Design): Promise<void> {
  const look = await readLook(occasion, design);
  const [headline] = results;
  if (look && headline) results[0] = { ...headline, detail: { ...headline.detail, early_look: look } };
}

export function lookOf(headline: MethodResult | null): EarlyLook | null {
  return (headline?.detail.early_look as EarlyLook | undefined) ?? null;
}

/**
 * The first method of the design that can be estimated on the values so far. Progress is the share of periods: information grows with
 * them or, where people differ lastingly, faster at first, which makes the sequence wider than it must be and never too narrow. Only for
 * designs that compare two arms over fixed windows: where waves come in, the effect averaged is another at every look.
 */
async function readLook(occasion: Occasion, design: Design): Promise<EarlyLook | null> {
  const { plan, panel } = occasion;
  const fixed = design.compares && design.outcome !== "time" && plan.design !== "phased";
  if (!fixed || panel.withFollowUp === 0 || panel.notPositive > 0) return null;
  const progress = await readProgress(occasion);
  if (!progress) return null;
  for (const estimator of design.estimators) {
    const estimate = await estimator.estimate(occasion);
    if (estimate?.kind !== "estimate") continue;
    const found = confidenceSequence(estimate, progress);
    if (found.kind !== "confidence-sequence") return null;
    const { method, of, interval, p, confidence, widerThanFixed, n } = found;
    const decision = decide(interval);
    return {
      method,
      of,
      interval,
      p,
      confidence,
      progress: found.progress,
      wider_than_fixed: widerThanFixed,
      decision,
      n,
    };
  }
  return null;
}

/** Periods of the follow-up that have values, and that it has by the calendar. */
async function readProgress({ tx, plan, windows: { followUp } }: Occasion) {
  if (!followUp?.from || !followUp.to) return null;
  const step = plan.period === "quarter" ? "3 months" : `1 ${plan.period}`;
  const first = (day: string) => sql`date_trunc(${plan.period}, ${day}::timestamp)`;
  const { rows } = await tx.execute<{ units: number; plannedUnits: number }>(sql`
    select (
      select count(distinct day)::int from (
        select unnest(days) as day from (select distinct days from evaluation_history where arm is not null and days is not null) each
      ) d where ${inWindow(sql`day`, followUp)}
    ) as units, (
      select count(*)::int from generate_series(${first(followUp.from)}, ${first(followUp.to)}, ${step}::interval)
    ) as "plannedUnits"`);
  return rows[0] ?? null;
}
