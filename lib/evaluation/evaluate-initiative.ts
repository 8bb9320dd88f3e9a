import type { Tx } from "@/db/client";
import { noMoments } from "@/lib/stats/moments";
import { adjustSecondaries } from "./adjust-secondaries";
import { meansOf } from "./arm-mean";
import { allChecks } from "./checks/all-checks";
import type { CheckResult } from "./checks/check";
import { claimFor } from "./claim/claim";
import type { Finding } from "./claim/sentence";
import { readCovariates } from "./covariates-sql";
import { designOf } from "./designs/design-of";
import { addEarlyLook, lookOf } from "./early-look";
import { earlyUntil } from "./early-until";
import { estimateKpi } from "./estimate-kpi";
import { occasionOf } from "./estimator";
import { limitsOf } from "./limits";
import { measuredKpi } from "./measured-kpi";
import { createMembers } from "./members-sql";
import { type ArmFacts, createPanel, type Panel } from "./panel-sql";
import type { Plan, PlanKpi } from "./plan";
import { explainReason, type Reason } from "./reasons";
import type { EvaluationResult, Means, MethodResult } from "./result";
import { readSeries } from "./series-sql";
import { resolveWindows } from "./windows";

export type Circumstances = {
  dataVersion: string;
  /** Decides only whether an open follow-up window is over. */
  today: string;
};

/**
 * Evaluates an initiative by its plan: who is compared, every method of the design on every KPI, the checks of
 * the primary one, and the claim that follows. Works on temporary tables of the transaction it is given;
 * the same facts give the same digits, in whatever order they came in.
 */
export async function evaluateInitiative(
  tx: Tx,
  plan: Plan,
  { dataVersion, today }: Circumstances,
): Promise<EvaluationResult> {
  const design = designOf[plan.design];
  const windows = await resolveWindows(tx, plan);
  const arms = await createMembers(tx, plan, windows, design.armOf(windows));
  const covariates = await readCovariates(tx, plan, windows);
  const early = await earlyUntil(tx, plan, windows, today);
  const common = { tx, plan, design };

  const results: MethodResult[] = [];
  const reasonFor = (panel: Panel): Reason | null => {
    if (early !== null) return "too-early";
    if (!windows.followUp) return "no-windows";
    if (design.outcome === "time") return null;
    return panel.withFollowUp === 0 ? "no-follow-up" : null;
  };

  const { primary } = plan;
  const panel = primary ? await createPanel(tx, plan, primary, windows, covariates) : nothing;
  const occasion = primary && occasionOf(tx, plan, { kpi: primary, panel, windows, covariates });
  if (occasion) results.push(...(await estimateKpi({ occasion, design, refusal: reasonFor(panel) })));
  if (early !== null && occasion) await addEarlyLook(results, occasion, design);
  const means = meansOf(panel, plan.confidence);
  const picture = primary ? await readSeries(tx, plan, { panel, windows, means }) : [];
  const checks: CheckResult[] = [];
  const headline = results[0] ?? null;
  for (const check of occasion ? allChecks : []) {
    const answer = occasion && (await check({ ...common, windows, arms, panel, occasion, headline }));
    if (answer) checks.push(answer);
  }

  for (const kpi of plan.secondaries) {
    const own = await createPanel(tx, plan, kpi, windows, covariates);
    const asked = occasionOf(tx, plan, { kpi, panel: own, windows, covariates });
    const found = await estimateKpi({ occasion: asked, design, refusal: reasonFor(own) });
    if (early !== null) await addEarlyLook(found, asked, design);
    results.push(...found);
  }

  const limits = limitsOf({ plan, windows, arms, panel, covariates, headline });
  const finding = findingOf(primary, headline, panel, means);
  return {
    study: {
      title: plan.title,
      design: plan.design,
      people: arms.reduce((sum, { people }) => sum + people, 0),
      clusters: panel.clusters,
      data_version: dataVersion,
    },
    results: adjustSecondaries(results),
    checks,
    claim: claimFor({ design, checks, finding, earlyUntil: early, look: lookOf(headline), kpi: primary, limits }),
    early_until: early,
    windows: { baseline: windows.baseline, follow_up: windows.followUp, first_exposure: windows.firstExposure },
    means,
    picture,
    arms,
    seed: plan.seed,
  };
}

function findingOf(
  kpi: PlanKpi | null,
  headline: MethodResult | null,
  { log }: Panel,
  means: Means,
): Finding | { reason: string } {
  if (!kpi || !headline) return { reason: explainReason("no-kpi") };
  if (headline.estimate === null || headline.ci === null) return { reason: headline.reason ?? explainReason("no-kpi") };
  const measured = measuredKpi(kpi, headline);
  if (measured !== kpi) {
    return { kpi: measured, log: false, estimate: headline.estimate, interval: headline.ci, spread: null };
  }
  const spread = log ? null : (means.control.follow_up.sd ?? means.treated.follow_up.sd);
  return { kpi, log, estimate: headline.estimate, interval: headline.ci, spread };
}

const nobody: ArmFacts = { people: 0, clusters: 0, pre: noMoments, post: noMoments };
const nothing: Panel = {
  unit: "person",
  clustered: false,
  covariates: [],
  covariateNames: [],
  people: 0,
  clusters: 0,
  namedClusters: 0,
  withBaseline: 0,
  withFollowUp: 0,
  arms: { treated: nobody, control: nobody },
  log: false,
  notPositive: 0,
};
