import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { nobody } from "@/db/schema/rollups";
import type { Scope } from "@/lib/access/scope";
import { peopleOf } from "@/lib/access/shown-group";
import { competence } from "@/lib/metrics/competence";
import { periodOf } from "@/lib/metrics/period";
import { withoutLoops } from "@/lib/rollups/without-loops";
import type { CriticalTask } from "@/lib/team/readiness/read-task-evidence";
import { type AskedTask, readinessSql } from "@/lib/team/readiness/readiness-sql";
import { type AbleCell, type AbleChangeCell, type WorkFigure, workFigures } from "./able-cells";

type Question = { orgId: string; scope: Scope; tasks: readonly CriticalTask[]; day: string; before: string | null };

/** Sum and number of jobs a figure of work is made of, as columns of `readinessSql`. */
const columnsOf: Record<WorkFigure, [string, string]> = {
  quality: ["quality", "quality_known"],
  errors: ["errors", "known"],
  assisted: ["assisted", "assisted_known"],
};

/**
 * Who can do which critical task, as counts by role, task and site on a day, and over all sites against an earlier one, of the people of a scope.
 * Not withheld: what may be told of it is the caller's to say (`tellAble`).
 */
export async function computeAble(
  tx: Tx,
  { orgId, scope, tasks, day, before }: Question,
): Promise<{ cells: AbleCell[]; changes: AbleChangeCell[] }> {
  const asked = tasks.map(({ taskId, roleId, rule }): AskedTask => ({ taskId, roleId, rule: rule ?? competence }));
  await tx.execute(sql`drop table if exists pg_temp.able_pairs`);
  const days = before === null ? [day] : [day, before];
  await withoutLoops(tx, true, async () => {
    for (const [index, at] of days.entries()) {
      const pairs = readinessSql({ orgId, tasks: asked, people: placed(orgId, scope, at), day: at });
      const rows = sql`select ${sql.raw(String(index === 0))} as is_now, pair.*, state <> 'not-enough' as told_of from (${pairs}) pair`;
      await tx.execute(
        index === 0
          ? sql`create temporary table able_pairs on commit drop as ${rows}`
          : sql`insert into able_pairs ${rows}`,
      );
    }
  });
  await tx.execute(sql`analyze able_pairs`);
  return { cells: await readCells(tx), changes: before === null ? [] : await readChanges(tx) };
}

/** Where everybody of a scope stands on a day. */
const placed = (orgId: string, scope: Scope, day: string): SQL => sql`
  select e.person_id, e.role_id, coalesce(e.site_id, ${nobody}::uuid) as site_id
  from employments e
  where e.org_id = ${orgId} and e.role_id is not null and e.starts_on <= ${day}::date and (e.ends_on is null or e.ends_on > ${day}::date)
    and e.person_id in (${peopleOf(orgId, { scope, kind: null, id: "", units: [], rest: null }, periodOf(day, "month"))})`;

const helped = "independent = false and accurate is distinct from false and consistent is distinct from false";

async function readCells(tx: Tx): Promise<AbleCell[]> {
  const count = (what: string) => `count(*) filter (where ${what})::int`;
  const work = workFigures.map((figure) => {
    const [sum, known] = columnsOf[figure];
    return `'${figure}', json_build_object('people', ${count(`${known} > 0`)}, 'sum', sum(${sum})::float8, 'known', sum(${known})::float8)`;
  });
  const { rows } = await tx.execute<AbleCell>(sql`
    select role_id as "roleId", task_id as "taskId", site_id as "siteId", count(*)::int as people,
      ${sql.raw(`${count("state = 'alone'")} as alone, ${count(`state = 'not-yet' and ${helped}`)} as helped,
      ${count(`state = 'not-yet' and not (${helped})`)} as "notYet", ${count("state = 'not-enough' and looked")} as unclear,
      ${count("state = 'not-enough' and not looked")} as unseen, json_build_object(${work.join(", ")}) as work`)}
    from able_pairs where is_now group by role_id, task_id, site_id order by 1, 2, 3`);
  return rows;
}

async function readChanges(tx: Tx): Promise<AbleChangeCell[]> {
  const work = workFigures.map((figure) => {
    const columns = ["now", "before"].flatMap((at) =>
      columnsOf[figure].map((name) => `coalesce(${at}.${name}, 0)::float8`),
    );
    const [, known] = columnsOf[figure];
    const either = `filter (where now.${known} > 0 or before.${known} > 0)`;
    const rows = columns.map(
      (a) => `json_build_array(${columns.map((b) => `coalesce(covar_samp(${a}, ${b}) ${either}, 0)`).join(", ")})`,
    );
    const means = columns.map((a) => `coalesce(avg(${a}) ${either}, 0)`);
    return `'${figure}', json_build_object('n', count(*) ${either}, 'now', count(*) filter (where now.${known} > 0),
      'before', count(*) filter (where before.${known} > 0), 'means', json_build_array(${means.join(", ")}),
      'covariance', json_build_array(${rows.join(", ")}))`;
  });
  const { rows } = await tx.execute<AbleChangeCell>(sql`
    select coalesce(now.role_id, before.role_id) as "roleId", coalesce(now.task_id, before.task_id) as "taskId",
      ${sql.raw(`${twoTimes("person_id is not null")} as "all", ${twoTimes("told_of")} as known, json_build_object(${work.join(", ")}) as work`)}
    from (select * from able_pairs where is_now) now
    full join (select * from able_pairs where not is_now) before using (person_id, role_id, task_id)
    group by 1, 2`);
  return rows;
}

/** `TwoTimes` of those of whom `isIn` holds, of a row each for now and before. */
function twoTimes(isIn: string): string {
  const count = (what: string) => `count(*) filter (where ${what})`;
  const at = (name: string) => `coalesce(${name}.${isIn}, false)`;
  const [now, before] = [at("now"), at("before")];
  const alone = (name: string) => `${name}.state = 'alone'`;
  const once = (group: string, name: string) =>
    `json_build_object('n', ${count(group)}, 'events', ${count(`${group} and ${alone(name)}`)})`;
  const both = `${now} and ${before}`;
  return `json_build_object('now', ${once(now, "now")}, 'before', ${once(before, "before")}, 'both', json_build_object('n', ${count(both)},
    'now', ${count(`${both} and ${alone("now")}`)}, 'before', ${count(`${both} and ${alone("before")}`)},
    'always', ${count(`${both} and ${alone("now")} and ${alone("before")}`)}))`;
}
