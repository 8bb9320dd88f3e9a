import type { Design } from "@/lib/evaluation/design";
import type { Occasion } from "@/lib/evaluation/estimator";
import { explainReason } from "@/lib/evaluation/reasons";
import { readAlignment } from "./alignment-sql";
import type { Evidence } from "./evidence-sql";
import { readKpiRungs } from "./kpi-rungs";
import { type Ladder, rungIds } from "./ladder";
import { readPeopleRungs } from "./people-rungs";
import type { LadderSetting } from "./setting";
import { readTransfer } from "./transfer-sql";
import { readSurvey, readTraces } from "./voices-sql";

/** What must be read while the tables of the primary KPI stand. */
export type BesidePrimary = Pick<Ladder, "transfer" | "alignment"> & { evidence: Evidence };

type PrimarySetting = { design: Design; early: LadderSetting["early"]; evidence: Evidence };

/** Training against work, and skill before KPI, person by person. */
export async function readBesidePrimary(
  { early, design, evidence }: PrimarySetting,
  occasion: Occasion | null,
): Promise<BesidePrimary> {
  if (early !== null || !occasion) {
    const reason = explainReason(early === null ? "no-kpi" : "too-early");
    return { evidence, transfer: [], alignment: { kind: "not-estimable", reason } };
  }
  const transfer = design.outcome === "time" ? [] : await readTransfer(occasion, evidence);
  return { evidence, transfer, alignment: await readAlignment(occasion, design) };
}

/**
 * The ladder from use to careers: each figure's effect between arms by the method the design leads with, or why there is none. KPIs of the
 * plan are read from its results. Overwrites `evaluation_panel` and `evaluation_history`.
 */
export async function readLadder(setting: LadderSetting, beside: BesidePrimary): Promise<Ladder> {
  const { evidence, transfer, alignment } = beside;
  const people = await readPeopleRungs(setting, evidence);
  const kpis = await readKpiRungs(setting);
  const measures = (id: string) =>
    [...people, ...kpis].filter((rung) => rung.id === id).flatMap((rung) => rung.measures);
  return {
    rungs: rungIds.map((id) => ({ id, measures: measures(id) })),
    transfer,
    alignment,
    traces: await readTraces(setting.tx, setting.plan, evidence),
    survey: await readSurvey(setting.tx, setting.plan),
  };
}
