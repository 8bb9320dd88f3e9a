import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Chain, designs, periods } from "@/db/schema/initiatives";
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
  seed: number;
  starts: string | null;
  followUpFrom: string | null;
  followUpTo: string | null;
  /** Of the arms that are not the control: everybody, and those who carry a day of exposure. */
  meant: number;
  exposed: number;
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
    select i.id, i.code, i.title, i.design, i.period, i.chain, i.transform, i.confidence, i.seed, m.starts::text,
      i.follow_up_from::text as "followUpFrom", i.follow_up_to::text as "followUpTo",
      coalesce(m.meant, 0) as meant, coalesce(m.exposed, 0) as exposed, p.kpi_id as "primaryKpi",
      case when e.id is not null then jsonb_build_object(
        'id', e.id, 'evaluatedAt', e.evaluated_at, 'claim', e.result -> 'claim', 'arms', e.result -> 'arms', 'means', e.result -> 'means',
        'results', jsonb_path_query_array(e.result, '$.results[*] ? (@.headline == true)'),
        'ladder', jsonb_build_object('rungs', coalesce(e.result -> 'ladder' -> 'rungs', '[]'))) end as result
    from initiatives i
    left join (
      select initiative_id, count(*) filter (where arm <> 'control')::int as meant,
        count(exposed_on) filter (where arm <> 'control')::int as exposed, min(exposed_on) filter (where arm <> 'control') as starts
      from arm_members where org_id = ${orgId} and ${among(sql`initiative_id`, ids)} group by initiative_id
    ) m on m.initiative_id = i.id
    left join initiative_kpis p on p.org_id = i.org_id and p.initiative_id = i.id and p.role = 'primary'
    left join evaluations e on e.org_id = i.org_id and e.initiative_id = i.id and e.plan_hash = i.plan_hash
      and e.data_version = ${dataVersion} and e.code_version = ${codeVersion}
    where i.org_id = ${orgId} and i.explores is null and not i.draft and ${among(sql`i.id`, ids)}
    order by i.code collate "C"`);
  return { dataVersion, initiatives: rows };
}
