import { sql } from "drizzle-orm";
import type { Check, CheckResult } from "./check";
import { shareText } from "./share-text";

const id = "data_quality";
const help = "Bring in what is missing; keep a KPI's definition as it is while it is being compared.";

/**
 * Can the values be trusted? People of the study without a complete pair of values (before, where there is a baseline, and after): over a
 * tenth warns, over half fails. A KPI whose direction, kind or unit was changed since the first exposure warns.
 */
export const dataQuality: Check = async ({ tx, plan, design, panel, windows }) => {
  if (design.outcome === "time") return null;
  const both = panel.withBaseline > 0;
  const { rows } = await tx.execute<{ people: number; complete: number }>(sql`
    select count(*)::int as people, count(*) filter (where post is not null ${both ? sql`and pre is not null` : sql``})::int as complete
    from evaluation_panel`);
  const { people = 0, complete = 0 } = rows[0] ?? {};
  const missing = people === 0 ? 1 : 1 - complete / people;
  const changes = await definitionChanges(tx, plan, windows.firstExposure);
  const status: CheckResult["status"] = missing > 0.5 ? "fail" : missing > 0.1 || changes > 0 ? "warn" : "pass";
  const held = `${shareText(missing)} of the people lack a value ${both ? "before or after" : "after the start"}`;
  const changed = changes > 0 ? ", and the KPI was defined anew after the first exposure" : "";
  return {
    id,
    status,
    value: missing,
    says: `${held}${changed}.`,
    help,
    picture: [{ label: "share without the values needed", value: missing }],
  };
};

type Facts = Parameters<Check>[0];

/** How often an import replaced what the primary KPI means since the first exposure. */
async function definitionChanges(tx: Facts["tx"], plan: Facts["plan"], since: string | null): Promise<number> {
  if (!plan.primary || since === null) return 0;
  const { rows } = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n
    from import_changes c
    join import_batches b on b.org_id = c.org_id and b.id = c.batch_id and b.status = 'done'
    join kpis k on k.org_id = c.org_id and k.id = (c.key->>'id')::uuid
    where c.org_id = ${plan.orgId} and c.table_name = 'kpis' and k.id = ${plan.primary.id} and b.started_at >= ${since}::date
      and c.before is not null
      and (c.before->>'direction', c.before->>'kind', c.before->>'unit') is distinct from (k.direction, k.kind, k.unit)`);
  return rows[0]?.n ?? 0;
}
