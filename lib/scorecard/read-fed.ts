import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Metric } from "@/lib/metrics/metric";
import { addMonths, monthsIn, type Period } from "@/lib/metrics/period";

/** Whether what a metric counts was being recorded in the period that starts on that day. */
export type IsFed = (metric: Pick<Metric, "id" | "source">, start: string) => boolean;

const moves = ["internal_mobility", "promotion_rate"];
const stays = ["regretted_attrition", "voluntary_attrition", "retention"];

/**
 * Where nobody imported learning, or not yet, nobody is known not to have learned: without this such figures would read as zero. The
 * same for observations, for moves without a file of job changes, and for exits where nobody said when anybody came or went.
 */
export async function readFed(tx: Tx, orgId: string, period: Period): Promise<IsFed> {
  const { rows } = await tx.execute<
    Record<"learning" | "observing", string | null> & Record<"moves" | "dates", boolean>
  >(sql`
    select (select min(month)::text from person_months where org_id = ${orgId} and events > 0) as learning,
      (select min(month)::text from behaviour_months where org_id = ${orgId}) as observing,
      exists (select from employment_events where org_id = ${orgId}) as moves,
      exists (select from people where org_id = ${orgId} and (hire_date is not null or exit_date is not null)) as dates`);
  const [found] = rows;
  const since = (first: string | null | undefined, start: string) =>
    typeof first === "string" && first < addMonths(start, monthsIn(period));
  return ({ id, source }, start) => {
    if (source.startsWith("learning events")) return since(found?.learning, start);
    if (source.startsWith("observations")) return since(found?.observing, start);
    if (moves.includes(id)) return found?.moves === true;
    return !stays.includes(id) || found?.moves === true || found?.dates === true;
  };
}
