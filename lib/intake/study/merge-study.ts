import "server-only";
import { sql } from "drizzle-orm";
import { DomainError } from "@/lib/errors";
import type { CellFault } from "@/lib/intake/fault";
import type { Counts, Merge } from "@/lib/intake/merge";
import { ensureKpis } from "@/lib/intake/write/labels";
import { logBefore } from "@/lib/intake/write/log-changes";
import { mergeRows } from "@/lib/intake/write/merge-rows";
import { planHash } from "./plan-hash";
import type { Study } from "./study";

/**
 * Writes the plan as an initiative with its KPIs.
 * @returns faults instead when it names KPIs nobody knows.
 * @throws DomainError (conflict) when the plan differs from the one in force and somebody was exposed already.
 */
export async function mergeStudy(merge: Merge, study: Study): Promise<Counts | { faults: CellFault[] }> {
  const { tx, orgId, initiativeCode } = merge;
  if (merge.createMissingKpis)
    await ensureKpis(
      merge,
      kpisOf(study).map(({ code }) => code),
    );
  const faults = await unknownKpis(merge, study);
  if (faults.length > 0) return { faults };
  await refuseLateChange(merge, planHash(study));

  const row = {
    code: initiativeCode,
    title: study.title,
    summary: study.summary,
    note: study.note,
    design: study.design,
    unit_of_analysis: study.unit_of_analysis,
    cluster: study.cluster,
    period: study.period,
    baseline_from: study.baseline?.from,
    baseline_to: study.baseline?.to,
    follow_up_from: study.follow_up?.from,
    follow_up_to: study.follow_up?.to,
    control: study.control,
    covariates: study.covariates,
    transform: study.transform,
    confidence: study.confidence,
    seed: study.seed,
    allocation: study.allocation ?? null,
    chain: study.chain,
    hypothesis: study.hypothesis,
    exclusions: study.exclusions ?? [],
    draft: false,
    registered_at: study.registered_at,
    plan_hash: planHash(study),
    batch_id: merge.batchId,
  };
  await tx.execute(sql`create temp table plan on commit drop as
    select * from jsonb_populate_record(null::initiatives, ${JSON.stringify(row)}::jsonb)`);
  const { code: _code, batch_id: _batch, ...values } = row;
  const onInsert = ["batch_id"];
  const counts = await mergeRows(merge, {
    table: "initiatives",
    source: "plan",
    key: ["code"],
    values: Object.keys(values),
    onInsert,
  });
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from initiatives where org_id = ${orgId} and code = ${initiativeCode}`);
  const changedKpis = await mergeKpis(merge, rows[0]?.id ?? "", study);
  return counts.unchanged === 1 && changedKpis ? { added: 0, corrected: 1, unchanged: 0 } : counts;
}

async function mergeKpis(merge: Merge, initiativeId: string, study: Study): Promise<boolean> {
  const { tx, orgId } = merge;
  await tx.execute(sql`create temp table plan_kpis on commit drop as
    select distinct ${initiativeId}::uuid as initiative_id, k.id as kpi_id, r.role
    from json_to_recordset(${JSON.stringify(kpisOf(study))}::json) r (code text, role text)
    join kpis k on k.org_id = ${orgId} and k.code = r.code`);
  const gone = sql`
    t.org_id = ${orgId} and t.initiative_id = ${initiativeId} and not exists (select from plan_kpis p where p.kpi_id = t.kpi_id)`;
  const removed = await logBefore(merge, "initiative_kpis", sql`from initiative_kpis t where ${gone}`);
  await tx.execute(sql`delete from initiative_kpis t where ${gone}`);
  const counts = await mergeRows(merge, {
    table: "initiative_kpis",
    source: "plan_kpis",
    key: ["initiative_id", "kpi_id"],
    values: ["role"],
  });
  return removed + counts.added + counts.corrected > 0;
}

/** Every KPI a plan names, once, with the key of study.json that names it. */
function kpisOf(study: Study) {
  const { primary_kpi, secondary_kpis, placebo_kpis } = study;
  return [
    { code: primary_kpi, role: "primary", column: "primary_kpi" },
    ...secondary_kpis.map((code, at) => ({ code, role: "secondary", column: `secondary_kpis.${at}` })),
    ...(placebo_kpis ?? []).map((code, at) => ({ code, role: "placebo", column: `placebo_kpis.${at}` })),
  ].filter(({ code }, at, all) => all.findIndex((other) => other.code === code) === at);
}

async function unknownKpis({ tx, orgId }: Merge, study: Study): Promise<CellFault[]> {
  const named = kpisOf(study);
  const { rows } = await tx.execute<{ code: string }>(sql`
    select code from kpis where org_id = ${orgId} and code = any(${sql.param(named.map(({ code }) => code))}::text[])`);
  const known = new Set(rows.map((row) => row.code));
  return named.flatMap(({ code, column }) => {
    if (known.has(code)) return [];
    return [{ column, value: code, reason: "No KPI is called this. Import kpis.csv first" }];
  });
}

/** A promise may be rewritten until the first person is exposed. */
async function refuseLateChange({ tx, orgId, initiativeCode }: Merge, hash: string): Promise<void> {
  const { rows } = await tx.execute<{ hash: string; exposed: string | null; designedHere: boolean }>(sql`
    select i.plan_hash as hash, min(m.exposed_on)::text as exposed, i.batch_id is null as "designedHere"
    from initiatives i left join arm_members m on m.org_id = i.org_id and m.initiative_id = i.id
    where i.org_id = ${orgId} and i.code = ${initiativeCode} group by i.org_id, i.id`);
  const [found] = rows;
  if (found?.designedHere) {
    throw new DomainError(
      "conflict",
      `${initiativeCode} was designed here. Change its plan on its page; a file does not`,
    );
  }
  if (!found || found.hash === hash || !found.exposed || found.exposed > new Date().toISOString().slice(0, 10)) return;
  throw new DomainError(
    "conflict",
    `The plan of ${initiativeCode} differs from the one in force, and people have been exposed since ${found.exposed}. A plan is not rewritten afterwards`,
  );
}
