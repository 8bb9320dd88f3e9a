import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Viewer } from "@/lib/access/viewer";
import { withoutLoops } from "@/lib/rollups/without-loops";
import { query } from "@/lib/server/tenant-access";
import { carriedTasks } from "@/lib/skills/carried-tasks";
import { servedNeeds } from "@/lib/work/figures/served-needs";
import { type OfWork, type WorkQuestion, workReading } from "@/lib/work/figures/work-reading";
import { type MissedConcept, type MissedSums, missedConcept } from "./missed-concepts";
import { conceptsOf, missedBy } from "./missed-sql";

type Named = { id: string; name: string };

export type NamedConcept = MissedConcept & {
  /** The behaviour's statement, or the skill where its activities name no behaviour. */
  name: string;
  skill: Named;
  activities: { id: string; code: string; title: string | null; owner: string | null; version: string | null }[];
  tasks: (Named & { roleId: string | null; role: string | null })[];
};

export type Missed = OfWork & { concepts: NamedConcept[] };

type Row = Omit<MissedSums, "work"> & { work: MissedSums["work"] | null };
type Answer = { concepts: MissedConcept[] };

const noWork = { n: 0, means: [], covariance: [], jobsBefore: 0, jobsAfter: 0 };

async function compute(tx: Tx, question: WorkQuestion): Promise<Answer> {
  const { rows } = await withoutLoops(tx, true, () => tx.execute<Row>(missedBy(question)));
  return {
    concepts: rows.map(({ work, ...row }) => missedConcept({ ...row, work: work ?? noWork }, question.minimum)),
  };
}

const { read, preparation } = workReading<Answer>("missed-concepts/1", compute, { concepts: [] });
export const missedOfWork = preparation;

/**
 * Concepts people are tested on, by how often the first try is missed and whether the problem shows up again in production in those who missed
 * it and passed later: those to act on first. Names and what is offered for each are looked up each time.
 */
export async function readMissed(viewer: Viewer): Promise<Missed> {
  const { concepts, ...of } = await read(viewer);
  const names = await readNames(viewer, null);
  return {
    ...of,
    concepts: concepts
      .flatMap((concept) => {
        const named = names.get(concept.id);
        return named ? [{ ...concept, ...named }] : [];
      })
      .toSorted(byUrgency),
  };
}

const order = ["revise", "unclear", "gone", "seldom", "too-few"] as const;
const byUrgency = (one: NamedConcept, other: NamedConcept) =>
  Number(one.withheld) - Number(other.withheld) ||
  order.indexOf(one.verdict) - order.indexOf(other.verdict) ||
  (other.share ?? 0) - (one.share ?? 0) ||
  (one.name < other.name ? -1 : 1);

type Names = Omit<NamedConcept, keyof MissedConcept>;

const readNames = query("work.read", async (tx, _: null, { orgId }): Promise<Map<string, Names>> => {
  const { rows } = await tx.execute<Names & { id: string }>(sql`
    with served as materialized ${servedNeeds(orgId)},
    offered as materialized ${conceptsOf(orgId)},
    activities_of as (
      select o.id, json_agg(json_build_object('id', a.id, 'code', a.code, 'title', a.title, 'owner', a.owner, 'version', a.version) order by a.code) as list
      from offered o join activities a on a.org_id = ${orgId} and a.id = o.activity_id group by 1
    ),
    tasks_of as (
      select t.id, json_agg(json_build_object('id', t.task_id, 'name', t.name, 'roleId', r.id, 'role', r.name) order by r.name, t.name) as list
      from (
        select distinct o.id, k.id as task_id, k.name, k.role_id from offered o join served n using (activity_id)
        join ${carriedTasks(orgId)} k on k.was = n.task_id
      ) t
      left join roles r on r.org_id = ${orgId} and r.id = t.role_id group by 1
    )
    select c.id, coalesce(b.statement, s.name) as name, json_build_object('id', s.id, 'name', s.name) as skill,
      c.list as activities, coalesce(t.list, '[]') as tasks
    from activities_of c
    left join tasks_of t using (id)
    left join behaviours b on b.org_id = ${orgId} and b.id = c.id
    join skills s on s.org_id = ${orgId} and s.id = coalesce(b.skill_id, c.id)`);
  return new Map(rows.map(({ id, ...names }) => [id, names]));
});
