import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Followed } from "@/db/schema/taxonomy-versions";
import type { Change } from "@/lib/skills/tree/node";
import type { NextVersion } from "./replay-heirs";
import { wayBack } from "./way-back";

/**
 * Has activities, and behaviours that were retired before, follow skills that became part of others, and signal rules behaviours that did;
 * takes them back to what comes back, and by a rollback along every step since. What somebody has put elsewhere meanwhile stays there. What went where.
 */
export async function moveFollowing(tx: Tx, orgId: string, { backTo, changes }: NextVersion): Promise<Followed[]> {
  const back = new Set(changes.flatMap(({ id, before, after }) => (!before && isFollowed(after) ? [id] : [])));
  const isBack = backTo === undefined ? back.size > 0 : true;
  const returned = isBack ? await takeBack(tx, orgId, { backTo, back }) : [];
  const gone = changes.flatMap(({ id, before, after, heir }) =>
    isFollowed(before) && !after && heir ? [{ from: id, to: heir }] : [],
  );
  const went = gone.length > 0 ? await follow(tx, orgId, gone) : [];
  return joined(returned, went);
}

const isFollowed = (node: Change["after"]) => node?.kind === "skill" || node?.kind === "behaviour";

async function follow(tx: Tx, orgId: string, gone: readonly { from: string; to: string }[]): Promise<Followed[]> {
  const steps = sql`jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) r ("from" uuid, "to" uuid)`;
  const activities = await tx.execute<Followed>(sql`
    update activities a set skill_id = r."to" from ${steps} where a.org_id = ${orgId} and a.skill_id = r."from"
    returning a.id as "activityId", r."from", r."to"`);
  const behaviours = await tx.execute<Followed>(sql`
    update behaviours b set skill_id = r."to" from ${steps}
    where b.org_id = ${orgId} and b.skill_id = r."from" and b.retired_at is not null and b.merged_into is null
    returning b.id as "behaviourId", r."from", r."to"`);
  const rules = await tx.execute<Followed>(sql`
    update signal_rules s set behaviour_id = r."to" from ${steps} where s.org_id = ${orgId} and s.behaviour_id = r."from"
    returning s.id as "ruleId", r."from", r."to"`);
  return [...activities.rows, ...behaviours.rows, ...rules.rows];
}

type Return = { backTo: number | undefined; back: ReadonlySet<string> };

async function takeBack(tx: Tx, orgId: string, { backTo, back }: Return): Promise<Followed[]> {
  const { rows } = await tx.execute<{ number: number; step: Followed; merged: boolean }>(sql`
    with followed as materialized (
      select v.number, f as step from taxonomy_versions v cross join jsonb_array_elements(v.followed) f
      where v.org_id = ${orgId} and v.number > ${backTo ?? 0}
    ),
    mergers as materialized (
      select v.number, c ->> 'id' as id from taxonomy_versions v cross join jsonb_array_elements(v.changes) c
      where v.org_id = ${orgId} and v.number in (select number from followed) and c ? 'heir'
    )
    select f.number, f.step, m.id is not null as merged
    from followed f left join mergers m on m.number = f.number and m.id = f.step ->> 'from'
    order by f.number desc`);
  if (rows.length === 0) return [];
  const ids = rows.map(({ step }) => idOf(step));
  const { rows: places } = await tx.execute<{ id: string; at: string }>(sql`
    select id, skill_id as at from activities where org_id = ${orgId} and skill_id is not null and id = any(${sql.param(ids)}::uuid[])
    union all
    select id, skill_id from behaviours
    where org_id = ${orgId} and retired_at is not null and merged_into is null and id = any(${sql.param(ids)}::uuid[])
    union all
    select id, behaviour_id from signal_rules where org_id = ${orgId} and id = any(${sql.param(ids)}::uuid[])`);
  const stepsOf = new Map<string, typeof rows>();
  for (const row of rows) stepsOf.set(idOf(row.step), [...(stepsOf.get(idOf(row.step)) ?? []), row]);
  const returned = places.flatMap(({ id, at }): Followed[] => {
    const steps = stepsOf.get(id) ?? [];
    const to = wayBack(
      at,
      steps.map(({ step, merged }) => ({ ...step, merged })),
      backTo === undefined ? back : null,
    );
    const first = steps[0]?.step;
    return to === at || !first ? [] : [{ ...first, from: at, to }];
  });
  for (const [table, column] of Object.entries(pointing)) {
    await tx.execute(sql`
      update ${sql.identifier(table)} t set ${sql.identifier(column)} = r."to"
      from jsonb_to_recordset(${JSON.stringify(returned.map((step) => ({ id: idOf(step), to: step.to })))}::jsonb) r (id uuid, "to" uuid)
      where t.org_id = ${orgId} and t.id = r.id`);
  }
  return returned;
}

/** What points to a merged node by which column. */
const pointing = { activities: "skill_id", behaviours: "skill_id", signal_rules: "behaviour_id" };

function idOf(step: Followed): string {
  if ("activityId" in step) return step.activityId;
  return "ruleId" in step ? step.ruleId : step.behaviourId;
}

/** One step each: what was taken back and then went on goes straight. */
function joined(returned: readonly Followed[], went: readonly Followed[]): Followed[] {
  const onward = new Map(went.map((step) => [idOf(step), step]));
  const first = returned.map((step) => ({ ...step, to: onward.get(idOf(step))?.to ?? step.to }));
  const done = new Set(returned.map(idOf));
  return [...first, ...went.filter((step) => !done.has(idOf(step)))].filter(({ from, to }) => from !== to);
}
