import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { grains, nobody } from "@/db/schema/rollups";
import { cycleTimes } from "@/lib/metrics/cycle-times";
import { periodOf } from "@/lib/metrics/period";
import type { Span } from "./span";

/**
 * Recomputes cycle_times of every period in which a month changed: medians do not add up, so each cell keeps its people's values.
 * Needs person_months to be up to date; costs next to nothing where nobody's cycle time is known.
 */
export async function refreshCycleTimes(
  tx: Tx,
  orgId: string,
  span: Span | null,
  changed: readonly string[],
): Promise<void> {
  for (const grain of grains) {
    const starts = [...new Set(changed.map((month) => periodOf(month, grain).start))];
    const first = span && periodOf(span.first, grain).start;
    await tx.execute(sql`
      delete from cycle_times where org_id = ${orgId} and grain = ${grain} and (
        period_start = any(${sql.param(starts)}::date[])
        or (period_start between ${first}::date and ${span?.last ?? null}::date) is not true)`);
    if (starts.length === 0) continue;
    await tx.execute(sql`
      insert into cycle_times (org_id, grain, period_start, unit_id, role_id, site_id, people, minutes)
      select ${orgId}::uuid, ${grain}::text, starts, coalesce(unit_id, ${nobody}::uuid), coalesce(role_id, ${nobody}::uuid),
        coalesce(site_id, ${nobody}::uuid), count(*), array_agg(minutes order by minutes)
      from (${cycleTimes(orgId, grain, starts)}) place
      group by starts, unit_id, role_id, site_id`);
  }
}
