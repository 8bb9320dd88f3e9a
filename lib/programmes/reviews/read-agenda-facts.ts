import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isSmallGroup, minimumPeople } from "@/lib/access/privacy";
import { isReleased, lastCounted } from "@/lib/access/released-answers";
import type { Plan } from "@/lib/evaluation/plan";
import type { Formats } from "@/lib/format/formats";
import { type KpiDefinition, kpiMetric } from "@/lib/metrics/kpi-metrics";
import { readTargets } from "@/lib/targets/targets";
import type { AgendaFacts } from "./agenda";

type Asked = { plan: Plan; today: string; minimum: number; sentence: string | null; formats: Formats };

/** What the data say today about the content, the KPIs and the learners of a programme. */
export async function readAgendaFacts(tx: Tx, asked: Asked): Promise<AgendaFacts> {
  return {
    content: await readContent(tx, asked),
    kpi: await readKpis(tx, asked),
    sentence: asked.sentence,
    feedback: await readFeedback(tx, asked),
    overdue: (
      await tx.execute<{ title: string; dueOn: string }>(sql`
        select title, due_on::text as "dueOn" from programme_items
        where org_id = ${asked.plan.orgId} and initiative_id = ${asked.plan.id} and state = 'open' and due_on < ${asked.today}::date
        order by due_on, position, id`)
    ).rows,
  };
}

async function readContent(tx: Tx, { plan, today }: Asked): Promise<AgendaFacts["content"]> {
  const codes = sql.param(plan.chain.activities ?? []);
  const isOwn = sql`(a.code = any(${codes}::text[]) or a.title = any(${codes}::text[]))`;
  const { rows: revisions } = await tx.execute<AgendaFacts["content"]["revisions"][number]>(sql`
    select coalesce(a.title, a.code) as activity, r.why, r.due_on::text as "dueOn", coalesce(r.due_on < ${today}::date, false) as overdue
    from content_revisions r join activities a on a.org_id = r.org_id and a.id = r.activity_id
    where r.org_id = ${plan.orgId} and r.status = 'open' and ${isOwn} order by r.due_on nulls last, 1`);
  const { rows: unowned } = await tx.execute<{ name: string }>(sql`
    select coalesce(a.title, a.code) as name from activities a where a.org_id = ${plan.orgId} and a.owner is null and ${isOwn} order by 1`);
  const { rows: counts } = await tx.execute<{ assetsOpen: number; listed: number }>(sql`
    select count(*) filter (where kind = 'asset' and state = 'open')::int as "assetsOpen",
      count(*) filter (where kind = 'inventory' and state <> 'dropped')::int as listed
    from programme_items where org_id = ${plan.orgId} and initiative_id = ${plan.id}`);
  return { revisions, unowned: unowned.map(({ name }) => name), ...(counts[0] ?? { assetsOpen: 0, listed: 0 }) };
}

type Month = { month: string; people: number; value: number };

/** The last two months of each KPI of the plan, among the learners. */
async function readKpis(tx: Tx, { plan, minimum, formats }: Asked): Promise<AgendaFacts["kpi"]> {
  const targets = await readTargets(tx);
  const named = [plan.primary, ...plan.secondaries].flatMap((kpi) => (kpi ? [kpi] : []));
  const found: AgendaFacts["kpi"] = [];
  for (const kpi of named) {
    const { rows } = await tx.execute<Month>(lastMonths(plan, kpi.id));
    const { unit } = kpiMetric({ ...kpi, family: null } satisfies KpiDefinition);
    const shown = rows
      .filter(({ people }) => !isSmallGroup(people, minimum))
      .map(({ month, value }) => ({ period: formats.month(month), value: formats.measure(value, unit) }));
    const target = targets.get(`kpi:${kpi.id}`);
    found.push({
      name: kpi.name,
      last: shown[0] ?? null,
      previous: shown[1] ?? null,
      target: target === undefined ? null : formats.measure(target, unit),
    });
  }
  return found;
}

/** Ratios add up over people, other values are the mean of each person's mean. */
const lastMonths = ({ orgId, peopleOf }: Plan, kpiId: string): SQL => sql`
  select month::text, count(*)::int as people,
    case when bool_and(d is not null) then sum(n) / nullif(sum(d), 0) else avg(v) end::float8 as value
  from (
    select date_trunc('month', k.ends_on::timestamp)::date as month, k.person_id, sum(k.numerator) as n, sum(k.denominator) as d, avg(k.value) as v
    from arm_members m join kpi_values k on k.org_id = ${orgId} and k.person_id = m.person_id and k.kpi_id = ${kpiId}
    where m.org_id = ${orgId} and m.initiative_id = ${peopleOf} and m.arm <> 'control' group by 1, 2
  ) per where coalesce(d, v) is not null group by 1
  having case when bool_and(d is not null) then sum(d) > 0 else true end
  order by 1 desc limit 2`;

/**
 * Answers of the last ninety days, the latest of each person; of an anonymous sheet one, however many questions it has. Answers given in the
 * app count once their wave may be shown, and until it leaves whole.
 */
async function readFeedback(tx: Tx, { plan, today, minimum }: Asked): Promise<AgendaFacts["feedback"]> {
  type Found = {
    people: number;
    hidden: boolean;
    helpful: number;
    distracting: number;
    irrelevant: number;
    since: string;
  };
  const { rows } = await tx.execute<Found>(sql`
    with own as (
      select * from survey_answers where org_id = ${plan.orgId} and class is not null
        and initiative_code = (select code from initiatives where org_id = ${plan.orgId} and id = ${plan.peopleOf})
    ), told as (
      select *, ${lastCounted} as last_counted from own where ${isReleased(plan.orgId)}
    )
    select (${today}::date - 90)::text as since, count(*)::int as people, count(*) filter (where class = 'helpful')::int as helpful,
      count(*) filter (where class = 'distracting')::int as distracting, count(*) filter (where class = 'irrelevant')::int as irrelevant,
      exists (select from own where answered_on >= ${today}::date - 90) as hidden
    from (
      select distinct on (coalesce(person_id, response_id, id)) class from told where last_counted >= ${today}::date - 90
      order by coalesce(person_id, response_id, id), answered_on desc, dimension is not null, question_id collate "C", id
    ) latest`);
  const {
    since = today,
    people = 0,
    hidden = false,
    ...answers
  } = rows[0] ?? { helpful: 0, distracting: 0, irrelevant: 0 };
  if (people === 0 && !hidden) return { since, answers: null };
  return { since, answers: people < minimumPeople(minimum) ? "withheld" : answers };
}
