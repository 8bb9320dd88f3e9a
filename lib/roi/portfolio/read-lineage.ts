import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { evaluations } from "@/db/schema/evaluations";
import { kpis } from "@/db/schema/work";
import type { Viewer } from "@/lib/access/viewer";
import { readMinimumGroup } from "@/lib/evaluation/minimum-group";
import { type PlanKpi, readPlan } from "@/lib/evaluation/plan";
import type { EvaluationResult } from "@/lib/evaluation/result";
import { shownResults } from "@/lib/ladder/shown-results";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { readMoney } from "@/lib/roi/results/read-money";
import { query } from "@/lib/server/tenant-access";
import type { Lineage, LineageKpi } from "./lineage";
import { readCohortFile, readCostSources, readSourceRows } from "./lineage-sql";

const readSources = query("roi.read", async (tx, money: InitiativeMoney, { orgId }): Promise<Lineage | null> => {
  const { initiativeId } = money;
  const plan = await readPlan(tx, initiativeId);
  if (!plan) return null;
  const minimum = await readMinimumGroup(tx, orgId);
  const kept = money.evaluation
    ? (await tx.select().from(evaluations).where(eq(evaluations.id, money.evaluation.id)))[0]
    : undefined;
  // The column holds what `evaluateInitiative` wrote, and nothing can change it.
  const result = kept ? (kept.result as EvaluationResult) : null;
  const windows = {
    baseline: result?.windows.baseline ?? plan.baseline,
    followUp: result?.windows.follow_up ?? plan.followUp,
  };
  const named = [plan.primary, ...plan.secondaries, ...plan.placebos].filter((kpi) => kpi !== null);
  const ofLines = [...new Set(money.lines.map(({ kpi }) => kpi.id))].filter((id) =>
    named.every((kpi) => kpi.id !== id),
  );
  const others =
    ofLines.length > 0
      ? await tx
          .select()
          .from(kpis)
          .where(and(eq(kpis.orgId, orgId), inArray(kpis.id, ofLines)))
      : [];
  const all = [...named, ...others.map((kpi): Omit<PlanKpi, "role"> & { role: "line" } => ({ ...kpi, role: "line" }))];
  const kpiIds = all.map(({ id }) => id);
  const rows = await readSourceRows(tx, { orgId, initiativeId, kpiIds, windows, minimum });
  const shown = result ? shownResults(result, { minimum, confidence: plan.confidence }) : [];
  return {
    money,
    plan,
    minimum,
    evaluation: kept
      ? {
          id: kept.id,
          dataVersion: kept.dataVersion,
          codeVersion: kept.codeVersion,
          planHash: kept.planHash,
          evaluatedAt: kept.evaluatedAt.toISOString(),
          ...windows,
        }
      : null,
    kpis: all.map(
      ({ id, code, name, kind, unit, direction, role }): LineageKpi => ({
        id,
        code,
        name,
        kind,
        unit,
        direction,
        role,
        headline: shown.find((one) => one.kpi === code && one.headline) ?? null,
        sources: rows.filter(({ kpiId }) => kpiId === id),
      }),
    ),
    costs: await readCostSources(tx, orgId, initiativeId),
    cohort: await readCohortFile(tx, orgId, initiativeId),
  };
});

/** Where the figures of an initiative come from, down to files and counts of rows; null for a draft, an exploration or an unknown id. */
export async function readLineage(viewer: Viewer, initiativeId: string): Promise<Lineage | null> {
  const money = await readMoney(viewer, initiativeId);
  return money && readSources(viewer, money);
}
