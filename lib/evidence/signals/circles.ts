import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { meantBy } from "@/lib/skills/former-words";
import type { PreviewSignal } from "./signal-input";

/**
 * An initiative that counts this behaviour as applied skill. `sameKpi` where its outcome is the very KPI the rule reads: skill and outcome
 * would then move together whatever people do, because they are one number.
 */
export type Circle = { initiativeId: string; title: string; sameKpi: boolean };

export async function readCircles(
  tx: Tx,
  orgId: string,
  { behaviourId, definition }: PreviewSignal,
): Promise<Circle[]> {
  const kpiId = definition.source === "kpi" ? definition.kpiId : null;
  const { rows } = await tx.execute<Circle>(sql`
    with meant as materialized (select lower(m.name) as name from (${meantBy(orgId, "behaviour")}) m where m.id = ${behaviourId})
    select i.id as "initiativeId", i.title, k.id is not null and (
        exists (select from initiative_kpis ik where ik.org_id = ${orgId} and ik.initiative_id = i.id and ik.kpi_id = k.id)
        or exists (select from jsonb_each(coalesce(i.chain->'kpis', '{}')) layer, jsonb_array_elements_text(layer.value) named
          where lower(named) in (lower(k.code), lower(k.name)))
      ) as "sameKpi"
    from initiatives i
    left join kpis k on k.org_id = ${orgId} and k.id = ${kpiId}::uuid
    where i.org_id = ${orgId} and exists (
      select from jsonb_array_elements_text(coalesce(i.chain->'behaviours', '[]')) named
      where lower(named) in (select name from meant))
    order by i.title`);
  return rows;
}
