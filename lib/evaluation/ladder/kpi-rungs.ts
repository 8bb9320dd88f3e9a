import { meansOf } from "@/lib/evaluation/arm-mean";
import { occasionOf } from "@/lib/evaluation/estimator";
import { measuredKpi, resultUnit } from "@/lib/evaluation/measured-kpi";
import { createPanel, type Panel } from "@/lib/evaluation/panel-sql";
import type { PlanKpi } from "@/lib/evaluation/plan";
import { explainReason, type Reason } from "@/lib/evaluation/reasons";
import type { MethodResult } from "@/lib/evaluation/result";
import { type ChainKpi, readChainKpis } from "./chain-kpis-sql";
import type { LadderMeasure, LadderRung } from "./ladder";
import { estimateChainKpi } from "./leading";
import { mattersOf, neededEffect } from "./matters";
import { nothingMeasured } from "./nothing-measured";
import type { LadderSetting } from "./setting";
import { readSharedTeams } from "./shared-teams-sql";
import { talentUntil, talentWindows } from "./talent-window";

const layers = ["understood", "in_work", "business", "talent"] as const;

/** The KPIs of the plan, read from its results, and those only the chain names, estimated by the design's leading method; by rung. */
export async function readKpiRungs(setting: LadderSetting): Promise<LadderRung[]> {
  const named = await readChainKpis(setting);
  const shared = await readSharedTeams(setting.tx);
  const found: { layer: ChainKpi["layer"]; measure: LadderMeasure }[] = [];
  for (const one of named) found.push({ layer: one.layer, measure: await measureOf(setting, one, shared) });
  return layers.map((layer) => ({
    id: layer,
    measures: found.filter((one) => one.layer === layer).map(({ measure }) => measure),
  }));
}

async function measureOf(setting: LadderSetting, named: ChainKpi, shared: number): Promise<LadderMeasure> {
  const { kpi, role, layer, target } = named;
  const base = { ...emptyOf(setting, named), target };
  if (!kpi) return { ...base, reason: "In the chain, but no KPI of this name is on file." };
  if (role !== "chain") {
    const result = setting.results.find(({ kpi: code, headline }) => headline && code === kpi.code);
    return result ? filled(setting, base, { kpi, result, panel: setting.panels.get(kpi.code) ?? null, shared }) : base;
  }
  const late = layer === "talent" ? await talentUntil(setting, kpi) : null;
  if (late) return { ...base, status: "too_early", until: late.until, reason: late.reason };
  if (setting.early !== null) {
    return { ...base, status: "too_early", until: setting.early, reason: explainReason("too-early") };
  }
  const windows = layer === "talent" ? talentWindows(setting.windows) : setting.windows;
  const panel = await createPanel(setting.tx, setting.plan, kpi, windows, setting.covariates);
  const refusal: Reason | null = !windows.followUp ? "no-windows" : panel.withFollowUp === 0 ? "no-follow-up" : null;
  const occasion = occasionOf(setting.tx, setting.plan, { ...setting, kpi, panel, windows });
  const result = await estimateChainKpi(occasion, setting.design, refusal);
  return result ? filled(setting, base, { kpi, result, panel, shared }) : base;
}

type Estimated = { kpi: PlanKpi; result: MethodResult; panel: Panel | null; shared: number };

/** Above this share of people in teams that hold both arms, a figure of teams cannot tell the arms apart. */
const mostShared = 0.1;

function filled(setting: LadderSetting, base: LadderMeasure, { kpi, result, panel, shared }: Estimated): LadderMeasure {
  const { plan, early } = setting;
  if (result.estimate === null && early !== null) {
    return { ...base, method: result.method, status: "too_early", until: early, reason: result.reason };
  }
  const byTeam = panel?.unit === "team" && plan.unitOfAnalysis === "person";
  if (byTeam && shared > mostShared) {
    const reason =
      "This figure exists by team only, and most people work in teams that hold both sides: no difference between them could show in it.";
    return { ...base, reason };
  }
  const measured = measuredKpi(kpi, result);
  const own = resultUnit(result) !== null;
  const levels = panel && !own ? sidesOf(panel, plan.confidence) : null;
  const adjusted = result.detail.p_adjusted;
  const found: LadderMeasure = {
    ...base,
    name: measured.name,
    unit: measured.unit,
    direction: measured.direction,
    log: !own && base.log,
    method: result.method,
    status: result.status,
    reason: result.reason,
    estimate: result.estimate,
    ci: result.ci,
    p: result.p,
    p_adjusted: typeof adjusted === "number" ? adjusted : null,
    n: result.n,
    counted: panel?.unit === "team" ? "teams" : "people",
    levels,
    target: own ? null : base.target,
  };
  const planned = base.role === "primary" ? (plan.plannedPower?.detectable ?? null) : null;
  return {
    ...found,
    needed: neededEffect(found),
    matters:
      found.estimate === null
        ? null
        : mattersOf({ ...found, planned: planned === null ? null : Math.abs(planned), convention: null }),
  };
}

function sidesOf(panel: Panel, confidence: number) {
  const { treated, control } = meansOf(panel, confidence);
  return { treated: treated.follow_up, control: control.follow_up };
}

function emptyOf({ plan }: LadderSetting, { code, kpi, role }: ChainKpi): LadderMeasure {
  return {
    ...nothingMeasured,
    id: code,
    name: kpi?.name ?? code,
    source: "kpi",
    decides: true,
    role,
    unit: kpi?.unit ?? null,
    currency: kpi?.currency ?? null,
    direction: kpi?.direction ?? "up",
    log: plan.transform[code] === "log",
  };
}
