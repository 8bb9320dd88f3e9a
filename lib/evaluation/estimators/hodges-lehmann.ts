import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Estimator } from "@/lib/evaluation/estimator";
import { completeRows, type Panel } from "@/lib/evaluation/panel-sql";
import type { Arms } from "@/lib/stats/estimate";
import { hodgesLehmann as estimateShift } from "@/lib/stats/ranks/hodges-lehmann";
import { mannWhitney } from "@/lib/stats/ranks/mann-whitney";

/** Values cross to this process person by person, so beyond so many people the method, made for small groups, stays out. */
const mostPeople = 20_000;
/** Under so few in an arm the normal approximation of the rank sum means nothing. */
const fewestPeople = 5;

/**
 * The middle of all differences between a treated and a control person, of changes where there is a baseline and of follow-up values
 * without one, with the rank test beside it: what a few extreme values cannot move.
 */
export const hodgesLehmann: Estimator = {
  method: "hodges_lehmann",
  optional: true,
  async estimate({ tx, plan, panel }) {
    if (panel.people > mostPeople || panel.clustered) return null;
    const of = panel.withBaseline > 0 ? "change" : "follow-up";
    const values = await valuesByArm(tx, panel, of === "change");
    if (Math.min(values.treated.length, values.control.length) < fewestPeople) return null;
    const estimate = estimateShift(values, plan.confidence);
    if (estimate.kind !== "estimate") return null;
    const test = mannWhitney(values);
    if (test.kind !== "test") return null;
    const { u, withContinuity, withoutContinuity, probabilityOfSuperiority, rankBiserial } = test;
    const ranks = { u, withContinuity, withoutContinuity, probabilityOfSuperiority, rankBiserial };
    return { ...estimate, detail: { ...estimate.detail, of, mannWhitney: ranks } };
  },
};

async function valuesByArm(tx: Tx, panel: Panel, changes: boolean): Promise<Arms<number[]>> {
  const value = changes ? sql`post - pre` : sql`post`;
  const { rows } = await tx.execute<{ arm: "treated" | "control"; values: number[] }>(sql`
    select arm, array_agg(${value} order by ${value}) as values
    from (${completeRows(panel, changes ? ["post", "pre"] : ["post"])}) r group by arm`);
  const of = (arm: "treated" | "control") => rows.find((row) => row.arm === arm)?.values ?? [];
  return { treated: of("treated"), control: of("control") };
}
