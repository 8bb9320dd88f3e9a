import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { facets } from "@/db/schema/taxonomy";
import { isSmallGroup } from "@/lib/access/privacy";
import { withoutLoops } from "@/lib/rollups/without-loops";
import { withinBounds } from "@/lib/work/figures/within-bounds";
import { type OfWork, type WorkQuestion, workReading } from "@/lib/work/figures/work-reading";
import type { Depth, Risk } from "./modality";

export type PortfolioActivity = {
  id: string;
  name: string;
  owner: string | null;
  version: string | null;
  /** The behaviour, or else the skill, it is for where that is no longer in force. */
  retired: string | null;
  format: string | null;
  delivery: "in_flow" | "destination" | null;
  skillId: string | null;
  skill: string | null;
  facet: (typeof facets)[number] | null;
  /** What most needs of roles say that its behaviour shows (of its skill, where it names none), else the skill itself. */
  risk: Risk | null;
  depth: Depth | null;
  /** Nothing is said of the use by fewer people than the minimum. */
  withheld: boolean;
  people: number;
  /** Null where it was used and no event says how long; 0 where withheld. */
  hours: number | null;
  /** What those hours cost by the hourly cost of who learned; null where nobody's is known. */
  cost: number | null;
};

type RiskCover = { risk: Risk; needs: number; covered: number };

type PortfolioAnswer = {
  activities: PortfolioActivity[];
  /** Needs of roles by risk, and those for whose skill an activity was used in the period. */
  risks: RiskCover[];
};

export type Portfolio = OfWork & PortfolioAnswer;

/** The most frequent of ordered words. */
const mostOften = (column: string, words: string) =>
  sql.raw(`(array[${words}])[mode() within group (order by array_position(array[${words}], n.${column}) desc)]`);

type Row = Omit<PortfolioActivity, "withheld"> & { paid: number };

async function compute(tx: Tx, { orgId, bounds, period, minimum }: WorkQuestion): Promise<PortfolioAnswer> {
  const statement = sql`
    with used as (
      select activity_id, person_id, date_trunc('month', occurred_at at time zone 'UTC')::date as month, sum(seconds)::float8 / 3600 as hours
      from learning_events
      where org_id = ${orgId} and verb not in ('nudged', 'assigned') and occurred_at >= ${period.start}::timestamp at time zone 'UTC'
        and occurred_at < ${period.end}::timestamp at time zone 'UTC' group by 1, 2, 3
    ),
    by_activity as (
      select u.activity_id, count(distinct u.person_id)::int as people, sum(u.hours) as hours,
        count(distinct u.person_id) filter (where p.hourly_cost is not null)::int as paid, sum(u.hours * p.hourly_cost) as cost
      from used u
      join person_months m on m.org_id = ${orgId} and m.month = u.month and m.person_id = u.person_id
      join people p on p.org_id = ${orgId} and p.id = u.person_id
      where m.month >= ${period.start}::date and m.month < ${period.end}::date and ${withinBounds(orgId, bounds)} group by 1
    ),
    named as materialized (
      select a.id, coalesce(a.skill_id, b.skill_id) as skill_id, b.id as behaviour_id, b.facet,
        case when b.retired_at is not null then b.statement end as retired
      from activities a
      left join behaviours was on was.org_id = a.org_id and was.id = a.behaviour_id
      left join behaviours b on b.org_id = a.org_id and b.id = coalesce(was.merged_into, was.id) where a.org_id = ${orgId}
    ),
    needs as (
      select a.id, ${mostOften("risk", "'low', 'medium', 'high'")} as risk, ${mostOften("depth", "'routine', 'applied', 'complex'")} as depth
      from named a join role_skills n on n.org_id = ${orgId} and n.skill_id = a.skill_id and (
        a.behaviour_id is null
        or not exists (select from need_behaviours k where k.org_id = n.org_id and k.need_id = n.id)
        or exists (select from need_behaviours k where k.org_id = n.org_id and k.need_id = n.id and k.behaviour_id = a.behaviour_id))
      group by 1
    ),
    kinds as (
      select skill_id, mode() within group (order by facet) as facet from behaviours where org_id = ${orgId} and retired_at is null group by 1
    )
    select a.id, coalesce(a.title, a.code) as name, a.owner, a.version,
      coalesce(d.retired, case when s.retired_at is not null then s.name end) as retired, a.format, a.delivery, s.id as "skillId", s.name as skill,
      coalesce(d.facet, s.facet, f.facet) as facet, coalesce(n.risk, s.risk) as risk, coalesce(n.depth, s.depth) as depth,
      coalesce(u.people, 0) as people, case when u.activity_id is null then 0 else u.hours end as hours, u.cost, coalesce(u.paid, 0) as paid
    from activities a
    join named d on d.id = a.id
    left join skills s on s.org_id = a.org_id and s.id = d.skill_id
    left join needs n on n.id = a.id
    left join kinds f on f.skill_id = s.id
    left join by_activity u on u.activity_id = a.id
    where a.org_id = ${orgId} order by name, a.id`;
  const { rows } = await withoutLoops(tx, true, () => tx.execute<Row>(statement));
  const masked = rows.map(({ paid, ...row }): PortfolioActivity => {
    const withheld = isSmallGroup(row.people, minimum);
    return {
      ...row,
      withheld,
      ...(withheld && { people: 0, hours: 0 }),
      cost: withheld || isSmallGroup(paid, minimum) ? null : row.cost,
    };
  });
  // By hours as they are shown: the order does not tell what is withheld.
  const activities = masked.toSorted((one, other) => (other.hours ?? 0) - (one.hours ?? 0));
  const usedSkills = [...new Set(rows.flatMap(({ skillId, people }) => (skillId && people > 0 ? [skillId] : [])))];
  const { rows: risks } = await tx.execute<RiskCover>(sql`
    select coalesce(n.risk, s.risk) as risk, count(*)::int as needs,
      count(*) filter (where s.id = any(${sql.param(usedSkills)}::uuid[]))::int as covered
    from role_skills n join skills s on s.org_id = n.org_id and s.id = n.skill_id
    where n.org_id = ${orgId} and coalesce(n.risk, s.risk) is not null group by 1
    order by array_position(array['high', 'medium', 'low'], coalesce(n.risk, s.risk))`);
  return { activities, risks };
}

/** Every activity with the skill it is for and the time it took in the period. */
export const { read: readPortfolio, preparation: portfolioOfWork } = workReading("portfolio/2", compute, {
  activities: [],
  risks: [],
});
