import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { ValueType } from "@/db/schema/money";
import type { CaseKpi } from "./effect-of-kpi";
import { among } from "./find-initiatives";
import { placeMembers, teamOfMember } from "./team-of-member";

export type LineRow = {
  id: string;
  initiativeId: string;
  title: string;
  valueType: ValueType;
  stream: string;
  template: string | null;
  /** Of a KPI that is a sum and has values by team alone: teams of the people who were exposed. Null where a value is one person's. */
  teams: number | null;
  kpi: CaseKpi & { family: string | null; valuePerUnit: number | null; currency: string | null };
};

/** Benefit lines of initiatives with their KPI, in the order they were given. */
export async function readLines(tx: Tx, orgId: string, ids: readonly string[] | "all"): Promise<LineRow[]> {
  const { rows } = await tx.execute<LineRow>(sql`
    select l.id, l.initiative_id as "initiativeId", l.title, l.value_type as "valueType", l.stream, l.template,
      case when k.kind = 'sum' and not exists (${ownValues}) then (${exposedTeams(orgId)}) end as teams,
      jsonb_build_object('id', k.id, 'code', k.code, 'name', k.name, 'unit', k.unit, 'direction', k.direction, 'family', k.family,
        'valuePerUnit', k.value_per_unit, 'currency', k.currency) as kpi
    from benefit_lines l join kpis k on k.org_id = l.org_id and k.id = l.kpi_id
    where l.org_id = ${orgId} and ${among(sql`l.initiative_id`, ids)}
    order by l.initiative_id, l.position, l.created_at, l.id`);
  return rows;
}

/** Values of the KPI `k` of people of the line `l`: where there are any, the evaluation takes those rather than their teams'. */
const ownValues: SQL = sql`
  select from arm_members m join kpi_values v on v.org_id = m.org_id and v.person_id = m.person_id
  where m.org_id = l.org_id and m.initiative_id = l.initiative_id and v.kpi_id = k.id`;

/** Teams that have values of the KPI `k` and people who were exposed by the initiative of the line `l`: as the evaluation places people. */
const exposedTeams = (orgId: string): SQL => sql`
  select nullif(count(distinct t.team_id), 0)::int
  from (
    select person_id, cluster, exposed_on, count(exposed_on) over (partition by arm) as exposed from arm_members
    where org_id = ${orgId} and initiative_id = l.initiative_id and arm <> 'control'
  ) m
  join initiatives i on i.org_id = ${orgId} and i.id = l.initiative_id
  ${placeMembers(orgId)}
  join team_kpi_values t on t.org_id = ${orgId} and t.kpi_id = k.id and t.team_id = ${teamOfMember}
  where m.exposed_on is not null or m.exposed = 0`;
