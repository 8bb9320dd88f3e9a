import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { ValueType } from "@/db/schema/money";
import type { CaseKpi } from "./effect-of-kpi";
import { among } from "./find-initiatives";

export type LineRow = {
  id: string;
  initiativeId: string;
  title: string;
  valueType: ValueType;
  stream: string;
  template: string | null;
  kpi: CaseKpi & { family: string | null; valuePerUnit: number | null; currency: string | null };
};

/** Benefit lines of initiatives with their KPI, in the order they were given. */
export async function readLines(tx: Tx, orgId: string, ids: readonly string[] | "all"): Promise<LineRow[]> {
  const { rows } = await tx.execute<LineRow>(sql`
    select l.id, l.initiative_id as "initiativeId", l.title, l.value_type as "valueType", l.stream, l.template,
      jsonb_build_object('id', k.id, 'code', k.code, 'name', k.name, 'unit', k.unit, 'direction', k.direction, 'family', k.family,
        'valuePerUnit', k.value_per_unit, 'currency', k.currency) as kpi
    from benefit_lines l join kpis k on k.org_id = l.org_id and k.id = l.kpi_id
    where l.org_id = ${orgId} and ${among(sql`l.initiative_id`, ids)}
    order by l.initiative_id, l.position, l.created_at, l.id`);
  return rows;
}
