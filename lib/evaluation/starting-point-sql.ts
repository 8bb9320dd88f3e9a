import { type SQL, sql } from "drizzle-orm";
import { regressionToTheMean } from "@/lib/stats/linear/regression-to-the-mean";
import type { Occasion } from "./estimator";
import { inWindow } from "./windows";

/** Where those in the programme stood before it among everybody of the organisation who has the KPI. */
export type StartingPoint = {
  treated: number;
  everybody: number;
  /** From everybody's mean to theirs, in standard deviations between people. */
  distance: number;
  people: number;
  /**
   * The change to expect of them without any effect, because they began where they did: what did not last of a gap between people from
   * the first half of the baseline to the second, which takes a gap for shorter-lived than it is over the whole of it. Null where the
   * baseline has no two halves with values.
   */
  regression: { expected: number; interval: [number, number]; lasted: number } | null;
};

type Row = {
  treated: number | null;
  everybody: number | null;
  sd: number | null;
  people: number;
  inside: number;
  both: number;
  earlier: number | null;
  later: number | null;
  earlier_variance: number | null;
  later_variance: number | null;
  covariance: number | null;
  chosen: number | null;
};

/**
 * Means over people of their values in the baseline window, untransformed. Null without a baseline, where the KPI exists by team only,
 * where nobody outside the programme has it, and where people do not differ.
 */
export async function readStartingPoint({ tx, plan, kpi, windows }: Occasion): Promise<StartingPoint | null> {
  if (!windows.baseline) return null;
  const both = sql`earlier is not null and later is not null`;
  const { rows } = await tx.execute<Row>(sql`
    select avg(v order by ord) filter (where inside) as treated, avg(v order by ord) as everybody,
      stddev_samp(v order by ord) as sd, count(*)::int as people, count(*) filter (where inside)::int as inside,
      count(*) filter (where ${both})::int as both, avg(earlier order by ord) filter (where ${both}) as earlier,
      avg(later order by ord) filter (where ${both}) as later, var_samp(earlier order by ord) filter (where ${both}) as earlier_variance,
      var_samp(later order by ord) filter (where ${both}) as later_variance, covar_samp(later, earlier order by ord) as covariance,
      avg(earlier order by ord) filter (where inside and ${both}) as chosen
    from (
      select e.employee_id collate "C" as ord, ${mean(sql`true`)} as v, ${mean(sql`k.ends_on <= w.middle`)} as earlier, ${mean(sql`k.ends_on > w.middle`)} as later,
        exists (select from evaluation_members m where m.person_id = k.person_id and m.arm = 'treated') as inside
      from kpi_values k join people e on e.org_id = k.org_id and e.id = k.person_id, (
        select min(ends_on) + (max(ends_on) - min(ends_on)) / 2 as middle from kpi_values k
        where k.org_id = ${plan.orgId} and k.kpi_id = ${kpi.id} and ${inWindow(sql`k.ends_on`, windows.baseline)}
      ) w
      where k.org_id = ${plan.orgId} and k.kpi_id = ${kpi.id} and ${inWindow(sql`k.ends_on`, windows.baseline)}
      group by k.person_id, e.employee_id
    ) each where v is not null`);
  const found = rows[0];
  if (!found || found.treated === null || found.everybody === null || !found.sd || found.inside === found.people)
    return null;
  const { treated, everybody, sd, people } = found;
  return {
    treated,
    everybody,
    distance: (treated - everybody) / sd,
    people,
    regression: regressionOf(found, plan.confidence),
  };
}

/** A person's value over the rows for which a condition holds. */
const mean = (condition: SQL) => sql`coalesce(
  sum(k.numerator order by k.ends_on) filter (where k.denominator is not null and ${condition}) / nullif(sum(k.denominator order by k.ends_on) filter (where k.numerator is not null and ${condition}), 0),
  avg(k.value order by k.ends_on) filter (where ${condition}))`;

function regressionOf(row: Row, confidence: number): StartingPoint["regression"] {
  const { both: n, earlier, later, earlier_variance, later_variance, covariance, chosen } = row;
  if (earlier === null || later === null || chosen === null || covariance === null) return null;
  const shared = [
    [later_variance ?? 0, covariance],
    [covariance, earlier_variance ?? 0],
  ];
  const found = regressionToTheMean({ n, means: [later, earlier], covariance: shared }, chosen, confidence);
  if (found.kind === "not-estimable") return null;
  return { expected: found.expectedChange, interval: found.interval, lasted: found.carriedOver };
}
