import { sql } from "drizzle-orm";
import { kpis } from "@/db/schema/work";
import { kpiColumns, type PlanKpi } from "@/lib/evaluation/plan";
import type { LadderMeasure, RungId } from "./ladder";
import type { LadderSetting } from "./setting";

export type ChainKpi = {
  code: string;
  /** Null where no KPI of that code or name is on file. */
  kpi: PlanKpi | null;
  role: LadderMeasure["role"];
  layer: Exclude<RungId, "reached" | "applied">;
  target: number | null;
};

const rungOf = { leading: "understood", in_work: "in_work", business: "business", talent: "talent" } as const;
const layers = ["leading", "in_work", "business", "talent"] as const;

/**
 * The KPIs of the ladder: those of the plan first, in the layer of the KPI's own dictionary entry (else where the chain has it, else the
 * work), then those only the chain names. With the organisation's target, where one is set.
 */
export async function readChainKpis({ tx, plan }: Pick<LadderSetting, "tx" | "plan">): Promise<ChainKpi[]> {
  const listed = layers.flatMap((layer) => (plan.chain.kpis?.[layer] ?? []).map((name) => ({ name, layer })));
  const planned = [plan.primary, ...plan.secondaries].filter((kpi) => kpi !== null);
  const names = listed.map(({ name }) => name);
  const known =
    names.length === 0
      ? []
      : await tx
          .select(kpiColumns)
          .from(kpis)
          .where(sql`${kpis.orgId} = ${plan.orgId} and (${kpis.code} in ${names} or ${kpis.name} in ${names})`);
  const { rows: targets } = await tx.execute<{ metric: string; target: number }>(
    sql`select metric, target from metric_targets where org_id = ${plan.orgId} and metric like 'kpi:%'`,
  );
  const targetOf = (kpi: PlanKpi | null) =>
    targets.find(({ metric }) => kpi && metric === `kpi:${kpi.id}`)?.target ?? null;
  const isCalled = (kpi: { code: string; name: string }, name: string) => kpi.code === name || kpi.name === name;
  const layerOf = (kpi: PlanKpi) => kpi.layer ?? listed.find(({ name }) => isCalled(kpi, name))?.layer ?? "in_work";

  const ofPlan = planned.map((kpi) => ({
    code: kpi.code,
    kpi,
    role: kpi.role === "primary" ? ("primary" as const) : ("secondary" as const),
    layer: rungOf[layerOf(kpi)],
    target: targetOf(kpi),
  }));
  const seen = new Set(planned.map(({ code }) => code));
  const ofChain = listed.flatMap(({ name, layer }): ChainKpi[] => {
    const found = known.find((kpi) => isCalled(kpi, name));
    const code = found?.code ?? name;
    if (seen.has(code)) return [];
    seen.add(code);
    const kpi: PlanKpi | null = found ? { ...found, role: "secondary" } : null;
    return [{ code, kpi, role: "chain", layer: rungOf[layer], target: targetOf(kpi) }];
  });
  return [...ofPlan, ...ofChain];
}
