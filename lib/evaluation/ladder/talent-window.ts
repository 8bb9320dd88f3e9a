import { sql } from "drizzle-orm";
import type { PlanKpi } from "@/lib/evaluation/plan";
import { valuesOf } from "@/lib/evaluation/values-sql";
import type { Windows } from "@/lib/evaluation/windows";
import type { LadderSetting } from "./setting";

/** Careers show between these months after the first exposure; compared with as many before it. */
const from = 6;
const to = 18;

/** The windows in which a talent outcome is looked at: the year before the first exposure, and months 6 to 18 after it. */
export function talentWindows(windows: Windows): Windows {
  const first = windows.firstExposure;
  if (first === null) return { ...windows, baseline: null, followUp: null };
  return {
    ...windows,
    baseline: { from: shifted(first, from - to), to: shifted(first, 0, -1) },
    followUp: { from: shifted(first, from), to: shifted(first, to, -1) },
  };
}

/** Until when it is too early for a talent outcome: while the values on file do not reach the end of its window. Null where they do, or nobody has any. */
export async function talentUntil(
  { tx, plan, windows }: LadderSetting,
  kpi: PlanKpi,
): Promise<{ until: string; reason: string } | null> {
  const until = talentWindows(windows).followUp?.to ?? null;
  if (until === null) return null;
  const { source, where } = await valuesOf(tx, plan, kpi);
  const { rows } = await tx.execute<{ open: boolean | null }>(
    sql`select (max(k.ends_on) + '1 month'::interval)::date <= ${until}::date as open from ${source} where ${where}`,
  );
  if (!rows[0]?.open) return null;
  return { until, reason: "Careers take 6 to 18 months to show." };
}

function shifted(day: string, months: number, days = 0): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, date.getUTCDate() + days))
    .toISOString()
    .slice(0, 10);
}
