import "server-only";
import { sql } from "drizzle-orm";
import type { ValueType } from "@/db/schema/money";
import { may } from "@/lib/access/policy";
import { query } from "@/lib/server/tenant-access";
import { readAssumptionRows } from "./read-assumptions";
import { type LedgerRow, readLedger } from "./read-ledger";
import { type LineRow, readLines } from "./read-lines";
import { type KeptScenario, readScenarios } from "./scenarios";
import { type SeenLine, seenLine } from "./seen-line";
import { type Suggestions, suggestFactors } from "./suggestions";

export type CaseKpiChoice = { id: string; name: string; unit: string | null; valueType: ValueType };

/** What stands around a case: the ledger as entered, scenarios, and what somebody who edits it may choose from. */
export type CaseDesk = {
  may: { edit: boolean; sign: boolean; keep: boolean };
  userId: string | null;
  ledger: LedgerRow[];
  scenarios: KeptScenario[];
  /** What goes with each line when it is removed. */
  lines: (Pick<LineRow, "id"> & SeenLine)[];
  /** Assumptions the viewer may not sign: they own them or stated them as they stand. */
  own: string[];
  /** Assumptions of the whole organisation: stated on their own page. */
  shared: string[];
  /** Of whoever may edit; else empty. */
  kpis: CaseKpiChoice[];
  /** What the data say, by line. */
  suggestions: Record<string, Suggestions>;
  /** Whether the initiative is there. */
  code: string;
};

const typeOfDomain: Record<string, ValueType> = {
  revenue: "revenue",
  safety: "safety",
  efficiency: "labour",
  cost: "quality",
};

/** The desk of one initiative's case; null for one this organisation does not have. */
export const readCaseDesk = query(
  "roi.read",
  async (tx, initiativeId: string, { orgId, userId, roles }): Promise<CaseDesk | null> => {
    const { rows: found } = await tx.execute<{ code: string; period: LinePeriod }>(sql`
      select code, period from initiatives where org_id = ${orgId} and id = ${initiativeId} and explores is null`);
    const [initiative] = found;
    if (!initiative) return null;
    const ids = [initiativeId];
    const isEditing = may(roles, "case.edit");
    const lines = await readLines(tx, orgId, ids);
    const suggestions: CaseDesk["suggestions"] = {};
    for (const { id, kpi } of isEditing ? lines : []) {
      suggestions[id] = await suggestFactors(tx, orgId, { initiativeId, kpiId: kpi.id, period: initiative.period });
    }
    const condition = sql`(a.initiative_id is null or a.initiative_id = ${initiativeId})`;
    const assumptions = await readAssumptionRows(tx, orgId, condition);
    return {
      may: { edit: isEditing, sign: may(roles, "assumption.sign"), keep: may(roles, "scenario.keep") },
      userId,
      ledger: await readLedger(tx, orgId, ids),
      scenarios: await readScenarios(tx, orgId, initiativeId),
      lines: lines.map(({ id }) => ({ id, ...seenLine(assumptions.filter(({ lineId }) => lineId === id)) })),
      own: assumptions
        .filter(({ owner, changedBy }) => userId !== null && (owner?.id === userId || changedBy === userId))
        .map(({ id }) => id),
      shared: assumptions.filter((one) => one.initiativeId === null).map(({ id }) => id),
      kpis: isEditing ? await readKpis(tx, orgId, initiativeId) : [],
      suggestions,
      code: initiative.code,
    };
  },
);

type LinePeriod = Parameters<typeof suggestFactors>[2]["period"];
type KpiRow = Omit<CaseKpiChoice, "valueType"> & { domain: string | null };

async function readKpis(
  tx: Parameters<typeof readLines>[0],
  orgId: string,
  initiativeId: string,
): Promise<CaseKpiChoice[]> {
  const { rows } = await tx.execute<KpiRow>(sql`
    select k.id, k.name, k.unit, k.domain from initiative_kpis i join kpis k on k.org_id = i.org_id and k.id = i.kpi_id
    where i.org_id = ${orgId} and i.initiative_id = ${initiativeId} and i.role <> 'placebo'
    order by i.role = 'secondary', k.name`);
  return rows.map(({ domain, ...kpi }) => ({ ...kpi, valueType: typeOfDomain[domain ?? ""] ?? "quality" }));
}
