import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isSmallGroup, minimumPeople } from "@/lib/access/privacy";
import type { Bounds } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { withoutLoops } from "@/lib/rollups/without-loops";
import { query } from "@/lib/server/tenant-access";
import { withinBounds } from "@/lib/work/figures/within-bounds";
import type { WorkPeriod } from "@/lib/work/figures/work-period";
import { type OfWork, type WorkQuestion, workReading } from "@/lib/work/figures/work-reading";
import { type Guidance, guidanceOf } from "./guidance";
import { type HelpFigures, type HelpGroups, type HelpRow, helpTotal } from "./help-figures";
import { helpBy, topicTasks } from "./help-sql";
import { toldGroups } from "./told-groups";

/** Requests per person and month of those hired in the last three months and of the others; null under the minimum. */
export type Newcomers = { newcomers: number | null; others: number | null };

type HelpAnswer<Tasks = HelpGroups, Topics = HelpGroups> = {
  /** Null where nobody asked for help in the period. */
  total: HelpFigures | "withheld" | null;
  topics: Topics;
  tasks: Tasks;
  /** By where people asked, and by the channels one question went through in turn. */
  channels: HelpGroups;
  paths: HelpGroups;
  newcomers: Newcomers;
};

type Grouped<Named> = Omit<HelpGroups, "groups"> & { groups: (HelpFigures & Named)[] };
type NamedTasks = Grouped<Guidance & { guidance: Guidance[] }>;
/** With the tasks it is asked about, and where those say how it is done. */
type GuidedTopics = Grouped<{ guidance: Guidance[] }>;

export type Help = OfWork & HelpAnswer<NamedTasks, GuidedTopics>;
/** Ids of the tasks a shown topic is about. */
type TopicTasks = { topicTasks: Record<string, string[]> };

const noGroups = { groups: [], withheld: { groups: 0, requests: 0 } };

async function compute(tx: Tx, { orgId, bounds, period, minimum }: WorkQuestion): Promise<HelpAnswer & TopicTasks> {
  const question = { orgId, bounds, period };
  const least = minimumPeople(minimum);
  const [all] = (await withoutLoops(tx, true, () => tx.execute<HelpRow>(helpBy(question, null, least)))).rows;
  const total = helpTotal(all, minimum);
  const by = async (column: SQL) =>
    total && total !== "withheld" ? toldGroups(tx, question, column, minimum) : noGroups;
  const topics = await by(sql`topic`);
  const { rows } = await withoutLoops(tx, true, () =>
    tx.execute<{ topic: string; taskId: string }>(topicTasks(question, least)),
  );
  const tasksOf = (topic: string) => rows.filter((row) => row.topic === topic).map(({ taskId }) => taskId);
  return {
    total,
    topics,
    tasks: await by(sql`task_id`),
    channels: await by(sql`channel`),
    paths: await by(sql`path`),
    newcomers: await readNewcomers(tx, question, minimum),
    topicTasks: Object.fromEntries(topics.groups.map(({ id }) => [id, tasksOf(id).slice(0, 3)])),
  };
}

const { read, preparation } = workReading<HelpAnswer & TopicTasks>("help/2", compute, {
  total: null,
  topics: noGroups,
  tasks: noGroups,
  channels: noGroups,
  paths: noGroups,
  newcomers: { newcomers: null, others: null },
  topicTasks: {},
});
export const helpOfWork = preparation;

/** What questions at work cost: the labour nobody plans, by topic, task and channel. Where a task says how it is done is looked up each time. */
export async function readHelp(viewer: Viewer): Promise<Help> {
  const { tasks, topics, topicTasks: about, ...help } = await read(viewer);
  const ids = [...tasks.groups.map(({ id }) => id), ...Object.values(about).flat()];
  const guidance = await readGuidance(viewer, [...new Set(ids)]);
  const unknown = { name: "A task of old", role: null, documented: false, goodPath: null, steps: [] };
  return {
    ...help,
    topics: {
      ...topics,
      groups: topics.groups.map((group) => ({
        ...group,
        guidance: (about[group.id] ?? []).flatMap((id) => guidance.get(id) ?? []),
      })),
    },
    tasks: {
      ...tasks,
      groups: tasks.groups.map((group) => {
        const found = guidance.get(group.id);
        return { ...group, ...(found ?? { ...unknown, taskId: group.id }), guidance: found ? [found] : [] };
      }),
    },
  };
}

const readGuidance = query("work.read", (tx, ids: readonly string[], { orgId }) => guidanceOf(tx, orgId, ids));

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
