import { sql } from "drizzle-orm";
import type { Occasion } from "./estimator";
import { inWindow } from "./windows";

/** Where those in the programme stood before it among everybody of the organisation who has the KPI. */
export type StartingPoint = {
  treated: number;
  everybody: number;
  /** From everybody's mean to theirs, in standard deviations between people. */
  distance: number;
  people: number;
};

/**
 * Means over people of their values in the baseline window, untransformed. Null without a baseline, where the KPI exists by team only,
 * where nobody outside the programme has it, and where people do not differ.
 */
export async function readStartingPoint({ tx, plan, kpi, windows }: Occasion): Promise<StartingPoint | null> {
  if (!windows.baseline) return null;
  const { rows } = await tx.execute<{
    treated: number | null;
    everybody: number | null;
    sd: number | null;
    people: number;
    inside: number;
  }>(sql`
    select avg(v order by person_id) filter (where inside) as treated, avg(v order by person_id) as everybody,
      stddev_samp(v) as sd, count(*)::int as people, count(*) filter (where inside)::int as inside
    from (
      select k.person_id, coalesce(
        sum(k.numerator) filter (where k.denominator is not null) / nullif(sum(k.denominator) filter (where k.numerator is not null), 0),
        avg(k.value)) as v,
        exists (select from evaluation_members m where m.person_id = k.person_id and m.arm = 'treated') as inside
      from kpi_values k
      where k.org_id = ${plan.orgId} and k.kpi_id = ${kpi.id} and ${inWindow(sql`k.ends_on`, windows.baseline)}
      group by k.person_id
    ) each where v is not null`);
  const found = rows[0];
  if (!found || found.treated === null || found.everybody === null || !found.sd || found.inside === found.people)
    return null;
  const { treated, everybody, sd, people } = found;
  return { treated, everybody, distance: (treated - everybody) / sd, people };
}
