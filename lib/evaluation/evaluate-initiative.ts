import type { Tx } from "@/db/client";
import { noMoments } from "@/lib/stats/moments";
import { adjustSecondaries } from "./adjust-secondaries";
import { meansOf } from "./arm-mean";
import { allChecks } from "./checks/all-checks";
import type { CheckResult } from "./checks/check";
import { type PlaceboOutcome, placeboOutcome } from "./checks/placebo-outcome";
import { claimFor } from "./claim/claim";
import type { Finding } from "./claim/sentence";
import { readCovariates } from "./covariates-sql";
import { designOf } from "./designs/design-of";
import { evaluateDoses } from "./dose-response/evaluate-doses";
import { addEarlyLook, lookOf } from "./early-look";
import { earlyUntil } from "./early-until";
import { estimateKpi } from "./estimate-kpi";
import { occasionOf } from "./estimator";
import { excludePeople } from "./exclusions-sql";
import { addEValues } from "./hidden-bias";
import { marginVerdict, verdictOf } from "./hypothesis";
import { createEvidence } from "./ladder/evidence-sql";
import { readBesidePrimary, readLadder } from "./ladder/read-ladder";
import { limitsOf } from "./limits";
import { lotsWereDrawn } from "./lots";
import { measuredKpi } from "./measured-kpi";
import { countArms, createMembers } from "./members-sql";
import { readMinimumGroup } from "./minimum-group";
import { type ArmFacts, createPanel, type Panel } from "./panel-sql";
import type { Plan, PlanKpi } from "./plan";
import { explainReason, type Reason } from "./reasons";
import type { EvaluationResult, Means, MethodResult } from "./result";
import { readSeries } from "./series-sql";
import { evaluateSpillOver } from "./spill-over/evaluate-spill-over";
import { evaluateSubgroups } from "./subgroups/evaluate-subgroups";
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
  await createMembers(tx, plan, windows, design.armOf(windows));
  const excluded = await excludePeople(tx, plan, windows);
  const arms = await countArms(tx);
  const covariates = await readCovariates(tx, plan, windows);
  const early = await earlyUntil(tx, plan, windows, today);
  const drawn = await lotsWereDrawn(tx, plan, design);
  const common = { tx, plan, design, drawn };

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
  const verdict = primary && results[0] && marginVerdict(plan, primary, results[0]);
  if (verdict && results[0]) results[0] = { ...results[0], detail: { ...results[0].detail, hypothesis: verdict } };
  if (early === null && occasion) await addEValues(results, occasion, design);
  const means = meansOf(panel, plan.confidence);
  const picture = primary ? await readSeries(tx, plan, { panel, windows, means }) : [];
  const evidence = await createEvidence(tx, plan, windows);
  const checks: CheckResult[] = [];
  const headline = results[0] ?? null;
  for (const check of occasion ? allChecks : []) {
    const answer = occasion && (await check({ ...common, windows, arms, panel, occasion, headline, results }));
    if (answer) checks.push(answer);
  }
  // Of the primary KPI, whose panel the next KPI replaces.
  const minimum = await readMinimumGroup(tx, plan.orgId);
  const over = early === null && windows.followUp ? occasion : null;
  const subgroups = over && (await evaluateSubgroups(over, design, minimum));
  const doses = over && (await evaluateDoses(over, design, minimum));
  const spillOver = over && (await evaluateSpillOver(over, design, minimum));
  const besidePrimary = await readBesidePrimary({ ...common, early, evidence }, occasion);
  const panels = new Map(primary ? [[primary.code, panel]] : []);

  for (const kpi of plan.secondaries) {
    const own = await createPanel(tx, plan, kpi, windows, covariates);
    panels.set(kpi.code, own);
    const asked = occasionOf(tx, plan, { kpi, panel: own, windows, covariates });
    const found = await estimateKpi({ occasion: asked, design, refusal: reasonFor(own) });
    if (early !== null) await addEarlyLook(found, asked, design);
    results.push(...found);
  }

  const placebos: PlaceboOutcome[] = [];
  for (const kpi of plan.placebos) {
    const own = await createPanel(tx, plan, kpi, windows, covariates);
    const asked = occasionOf(tx, plan, { kpi, panel: own, windows, covariates });
    const found = await estimateKpi({ occasion: asked, design, refusal: reasonFor(own) });
    placebos.push({ kpi, headline: found[0], spread: spreadOf(own) });
    results.push(...found);
  }
  const outcome = placeboOutcome(placebos, { headline, spread: spreadOf(panel) });
  if (outcome) checks.splice(checks.findIndex(({ id }) => id === "placebo") + 1 || checks.length, 0, outcome);

  const adjusted = adjustSecondaries(results);
  const ladder = await readLadder({ ...common, windows, covariates, early, results: adjusted, panels }, besidePrimary);
  const limits = limitsOf({ plan, windows, arms, panel, covariates, headline, excluded });
  const finding = findingOf(primary, headline, panel, means);
  return {
    study: {
      title: plan.title,
      design: plan.design,
      people: arms.reduce((sum, { people }) => sum + people, 0),
      clusters: panel.clusters,
      data_version: dataVersion,
    },
    results: adjusted,
    checks,
    claim: claimFor({
      design,
      drawn,
      checks,
      finding,
      earlyUntil: early,
      look: lookOf(headline),
      kpi: primary,
      limits,
    }),
    early_until: early,
    lots_drawn: drawn,
    windows: { baseline: windows.baseline, follow_up: windows.followUp, first_exposure: windows.firstExposure },
    means,
    picture,
    arms,
    seed: plan.seed,
    ladder,
    ...(subgroups && { subgroups }),
    ...(doses && { dose_response: doses }),
    ...(spillOver && { spill_over: spillOver }),
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
  const notWorse = verdictOf(headline);
  if (measured !== kpi) {
    return { kpi: measured, log: false, estimate: headline.estimate, interval: headline.ci, spread: null, notWorse };
  }
  const spread = log ? null : (means.control.follow_up.sd ?? means.treated.follow_up.sd);
  return { kpi, log, estimate: headline.estimate, interval: headline.ci, spread, notWorse };
}

/** Standard deviation between people after the start, as the KPI is compared; null where it cannot be known. */
function spreadOf({ arms, log }: Panel): number | null {
  const { n, mean, variance } = arms.control.post.n > 1 ? arms.control.post : arms.treated.post;
  if (n < 2) return null;
  return log ? Math.sqrt(variance) / mean : Math.sqrt(variance);
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
