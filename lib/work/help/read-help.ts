import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isSmallGroup, minimumPeople } from "@/lib/access/privacy";
import type { Bounds } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { withoutLoops } from "@/lib/rollups/without-loops";
import { keepRecent } from "@/lib/scorecard/keep-recent";
import { query } from "@/lib/server/tenant-access";
import { keptFor, openWork } from "@/lib/work/figures/read-figures";
import { withinBounds } from "@/lib/work/figures/within-bounds";
import type { WorkPeriod } from "@/lib/work/figures/work-period";
import { type HelpFigures, type HelpGroups, type HelpRow, helpGroups, helpTotal } from "./help-figures";
import { helpBy } from "./help-sql";

/** Requests per person and month of those hired in the last three months and of the others; null under the minimum. */
export type Newcomers = { newcomers: number | null; others: number | null };

export type Help = {
  period: WorkPeriod | null;
  people: Bounds["kind"];
  minimum: number;
  /** Null where nobody asked for help in the period. */
  total: HelpFigures | "withheld" | null;
  topics: HelpGroups;
  tasks: Omit<HelpGroups, "groups"> & {
    groups: (HelpFigures & { name: string; role: string | null; documented: boolean })[];
  };
  newcomers: Newcomers;
};

const kept = keepRecent<Help>(30);

/** What questions at work cost: the labour nobody plans, by topic and task. Kept as `readFigures`. */
export function readHelp(viewer: Viewer): Promise<Help> {
  return keptFor(kept, viewer, "help", () => compute(viewer, null));
}

const compute = query("work.read", async (tx, _: null, viewer): Promise<Help> => {
  const { bounds, minimum, period } = await openWork(tx, viewer);
  const none = { groups: [], withheld: { groups: 0, requests: 0 } };
  if (!bounds || !period) {
    const people = bounds?.kind ?? "line";
    return {
      period: null,
      people,
      minimum,
      total: null,
      topics: none,
      tasks: none,
      newcomers: { newcomers: null, others: null },
    };
  }
  const question = { orgId: viewer.orgId, bounds, period };
  const rowsBy = async (by: SQL | null) =>
    (await withoutLoops(tx, true, () => tx.execute<HelpRow>(helpBy(question, by, minimumPeople(minimum))))).rows;
  const [all] = await rowsBy(null);
  const total = helpTotal(all, minimum);
  const byTask = total && total !== "withheld" ? helpGroups(await rowsBy(sql`task_id`), minimum) : none;
  const names = await namesOf(tx, viewer.orgId, byTask.groups);
  return {
    period,
    people: bounds.kind,
    minimum,
    total,
    topics: total && total !== "withheld" ? helpGroups(await rowsBy(sql`topic`), minimum) : none,
    tasks: {
      ...byTask,
      groups: byTask.groups.map((group) => ({
        ...group,
        ...(names.get(group.id) ?? { name: "A task of old", role: null, documented: false }),
      })),
    },
    newcomers: await readNewcomers(tx, question, minimum),
  };
});

type Named = { name: string; role: string | null; documented: boolean };

/** A task is documented where its good path, or that of a step that does it, is written down. */
async function namesOf(tx: Tx, orgId: string, groups: readonly HelpFigures[]): Promise<Map<string, Named>> {
  const { rows } = await tx.execute<Named & { id: string }>(sql`
    select t.id, t.name, r.name as role, t.good_path is not null or exists (
      select from workflow_steps s where s.org_id = t.org_id and s.task_id = t.id and s.good_path is not null) as documented
    from tasks t left join roles r on r.org_id = t.org_id and r.id = t.role_id
    where t.org_id = ${orgId} and t.id = any(${sql.param(groups.map(({ id }) => id))}::uuid[])`);
  return new Map(rows.map(({ id, ...named }) => [id, named]));
}

type Question = { orgId: string; bounds: Bounds; period: WorkPeriod };

/** Among people of roles in which anybody asked. */
async function readNewcomers(tx: Tx, { orgId, bounds, period }: Question, minimum: number): Promise<Newcomers> {
  const newcomers = sql`
    with months as materialized (
      select m.person_id, m.month, m.role_id, coalesce(p.hire_date > m.month - interval '3 months', false) as is_new
      from person_months m join people p on p.org_id = ${orgId} and p.id = m.person_id
      where m.org_id = ${orgId} and m.month >= ${period.start}::date and m.month < ${period.end}::date and m.employed_days > 0
        and ${withinBounds(orgId, bounds)}
    ),
    asked as (
      select person_id, date_trunc('month', asked_at at time zone 'UTC')::date as month, count(*) as n from help_requests
      where org_id = ${orgId} and asked_at >= ${period.start}::timestamp at time zone 'UTC'
        and asked_at < ${period.end}::timestamp at time zone 'UTC' group by 1, 2
    ),
    asking as (select distinct role_id from months join asked using (person_id, month))
    select is_new as "isNew", count(distinct person_id)::int as people, (sum(coalesce(n, 0)) / count(*))::float8 as rate
    from months left join asked using (person_id, month) where role_id in (select role_id from asking) group by 1`;
  type Rate = { isNew: boolean; people: number; rate: number };
  const { rows } = await withoutLoops(tx, true, () => tx.execute<Rate>(newcomers));
  const rateOf = (isNew: boolean) => {
    const found = rows.find((row) => row.isNew === isNew);
    return found && !isSmallGroup(found.people, minimum) ? found.rate : null;
  };
  return { newcomers: rateOf(true), others: rateOf(false) };
}
