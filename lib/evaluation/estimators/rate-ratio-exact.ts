import { sql } from "drizzle-orm";
import type { Estimator } from "@/lib/evaluation/estimator";
import { arms, type ByArm } from "@/lib/evaluation/moments-sql";
import { valuesOf } from "@/lib/evaluation/values-sql";
import { inWindow } from "@/lib/evaluation/windows";
import { rateRatio } from "@/lib/stats/poisson-rate";

type Row = ByArm<{ events: number; time: number; people: number; whole: boolean }>;

/** For a KPI that counts events (numerator) over time (denominator): the ratio of both rates over the follow-up, exact. */
export const rateRatioExact: Estimator = {
  method: "rate_ratio_exact",
  optional: true,
  async estimate({ tx, plan, kpi, panel, windows }) {
    if (kpi.kind !== "rate" || panel.log || panel.clustered) return null;
    const { level, source, where } = await valuesOf(tx, plan, kpi);
    if (level === "team") return null;
    const { rows } = await tx.execute<Row>(sql`
      select m.arm, sum(k.numerator) as events, sum(k.denominator order by m.n, k.ends_on) as time, count(distinct m.n)::int as people,
        bool_and(k.numerator = trunc(k.numerator)) as whole
      from ${source} where ${where} and m.arm is not null and k.numerator is not null and k.denominator is not null
        and ${inWindow(sql`k.ends_on`, windows.followUp)}
      group by m.arm`);
    if (rows.length < 2 || !rows.every(({ whole }) => whole)) return null;
    const exposure = arms(rows, { events: 0, personYears: 0, people: 0 }, ({ events, time, people }) => ({
      events,
      personYears: time,
      people,
    }));
    const estimate = rateRatio(exposure, plan.confidence);
    if (estimate.kind !== "estimate" || !Number.isFinite(estimate.interval[1])) return null;
    return { ...estimate, detail: { ...estimate.detail, unit: "ratio", of: "rates" } };
  },
};
