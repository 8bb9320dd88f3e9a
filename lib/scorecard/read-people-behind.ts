import "server-only";
import { sql } from "drizzle-orm";
import { readBounds, resolveScope } from "@/lib/access/scope";
import { populationOf } from "@/lib/access/scope-population";
import type { ScopeRequest } from "@/lib/access/scope-request";
import { findMetric } from "@/lib/metrics/find-metric";
import { listsPeople } from "@/lib/metrics/lists-people";
import { kpiMeasures, measures } from "@/lib/metrics/measures";
import type { Period } from "@/lib/metrics/period";
import { personPeriods } from "@/lib/metrics/person-periods";
import { leaveTraces, query } from "@/lib/server/tenant-access";
import { shownMetric } from "./build-tile";
import type { ShownMetric } from "./scorecard";

/** One person of a figure: what they count for, or nulls where they are not among those the figure is about. */
export type PersonBehind = {
  personId: string;
  employeeId: string;
  name: string | null;
  team: string | null;
  role: string | null;
  numerator: number | null;
  denominator: number | null;
};

export type PeopleBehind = { metric: ShownMetric; scope: string; people: PersonBehind[] };

type Input = { scope: ScopeRequest; period: Period; metric: string };

/**
 * The people of a manager's reporting line with what each counts for in a figure: the rows behind it. Each of them can read on their
 * own page who looked. Null where the viewer has no line, or the scope or figure does not exist or lists nobody.
 */
export const readPeopleBehind = query(
  "person.read",
  async (tx, { scope: request, period, metric: id }: Input, viewer): Promise<PeopleBehind | null> => {
    const bounds = await readBounds(tx, viewer);
    const scope = bounds?.kind === "line" ? await resolveScope(tx, bounds, request) : null;
    const metric = scope && (await findMetric(tx, viewer.orgId, id));
    if (!scope || !metric || !listsPeople(metric)) return null;
    const { orgId } = viewer;
    const own = metric.id.startsWith("kpi:") ? [] : [metric];
    const counted = own.length > 0 ? measures(orgId, own, false) : sql`measures as (${kpiMeasures(orgId)})`;
    const { rows } = await tx.execute<PersonBehind>(sql`
      with ${personPeriods(orgId, [period], own, populationOf(orgId, scope))}, ${counted}
      select p.person_id as "personId", h.employee_id as "employeeId", h.name, t.name as team, r.name as role,
        m.num as numerator, m.den as denominator
      from p
      join people h on h.org_id = ${orgId} and h.id = p.person_id
      left join teams t on t.org_id = ${orgId} and t.id = p.team_id
      left join roles r on r.org_id = ${orgId} and r.id = p.role_id
      left join measures m on m.person_id = p.person_id and m.metric = ${metric.id}
      order by coalesce(h.name, h.employee_id), h.employee_id`);
    const seen = rows.map(({ personId }) => personId);
    await leaveTraces(tx, viewer, "person.read", seen, { metric: metric.id, period: period.start });
    return { metric: shownMetric(metric), scope: scope.label, people: rows };
  },
);
