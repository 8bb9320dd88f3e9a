import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Chain, designs, periods } from "@/db/schema/plan-terms";
import { codeVersion } from "@/lib/evaluation/code-version";
import type { Ladder } from "@/lib/evaluation/ladder/ladder";
import type { EvaluationResult, MethodResult } from "@/lib/evaluation/result";
import { readDataVersion } from "@/lib/intake/data-version";

/** What a case needs of a kept result: the headline of each KPI, and who it rests on. */
export type KeptResult = Pick<EvaluationResult, "claim" | "arms" | "means"> & {
  id: string;
  evaluatedAt: string;
  results: MethodResult[];
  ladder: Pick<Ladder, "rungs">;
};

export type FoundInitiative = {
  id: string;
  code: string;
  title: string;
  design: (typeof designs)[number];
  period: (typeof periods)[number];
  chain: Chain;
  transform: Record<string, "none" | "log">;
  confidence: number;
  starts: string | null;
  followUpFrom: string | null;
  followUpTo: string | null;
  /** Of the arms that are not the control: everybody, and those who carry a day of exposure. */
  meant: number;
  exposed: number;
  /** Of the year from their exposure, the part in which those exposed were employed; whoever is still there counts as staying. */
  stayed: number;
  /** The KPI the plan is judged by. */
  primaryKpi: string | null;
  result: KeptResult | null;
};

export type FoundInitiatives = { dataVersion: string; initiatives: FoundInitiative[] };

/** A condition on the column of initiatives' ids. */
export function among(column: SQL, ids: readonly string[] | "all"): SQL {
  return ids === "all" ? sql`true` : sql`${column} = any(${sql.param([...ids])}::uuid[])`;
}

/** Registered initiatives with their people and the parts of the evaluation of the data as they are now; drafts and explorations are not among them. */
export async function findInitiatives(
  tx: Tx,
  orgId: string,
  ids: readonly string[] | "all",
): Promise<FoundInitiatives> {
  const dataVersion = await readDataVersion(tx);
  const { rows } = await tx.execute<FoundInitiative>(sql`
    select i.id, i.code, i.title, i.design, i.period, i.chain, i.transform, i.confidence, m.starts::text,
      i.follow_up_from::text as "followUpFrom", i.follow_up_to::text as "followUpTo",
      coalesce(m.meant, 0) as meant, coalesce(m.exposed, 0) as exposed, coalesce(m.stayed, 1) as stayed, p.kpi_id as "primaryKpi",
      case when e.id is not null then jsonb_build_object(
        'id', e.id, 'evaluatedAt', e.evaluated_at, 'claim', e.result -> 'claim', 'arms', e.result -> 'arms', 'means', e.result -> 'means',
        'results', jsonb_path_query_array(e.result, '$.results[*] ? (@.headline == true)'),
        'ladder', jsonb_build_object('rungs', coalesce(e.result -> 'ladder' -> 'rungs', '[]'))) end as result
    from initiatives i
    left join (
      select a.initiative_id, count(*)::int as meant, count(a.exposed_on)::int as exposed, min(a.exposed_on) as starts,
        avg(case when gone.exit_date is null then 1 else least(365, greatest(0, gone.exit_date - a.exposed_on)) / 365.0 end) filter (where a.exposed_on is not null)::float8 as stayed
      from arm_members a
      left join people gone on gone.org_id = a.org_id and gone.id = a.person_id and gone.exit_date is not null
      where a.org_id = ${orgId} and a.arm <> 'control' and ${among(sql`a.initiative_id`, ids)} group by a.initiative_id
    ) m on m.initiative_id = i.id
    left join initiative_kpis p on p.org_id = i.org_id and p.initiative_id = i.id and p.role = 'primary'
    left join evaluations e on e.org_id = i.org_id and e.initiative_id = i.id and e.plan_hash = i.plan_hash
      and e.data_version = ${dataVersion} and e.code_version = ${codeVersion}
    where i.org_id = ${orgId} and i.explores is null and not i.draft and ${among(sql`i.id`, ids)}
    order by i.code collate "C"`);
  return { dataVersion, initiatives: rows };
}
