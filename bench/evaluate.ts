import type { Tx } from "@/db/client";
import { designOf } from "@/lib/evaluation/designs/design-of";
import { type Outcome, occasionOf } from "@/lib/evaluation/estimator";
import { didWelch } from "@/lib/evaluation/estimators/did-welch";
import { linHc2 } from "@/lib/evaluation/estimators/lin-hc2";
import { evaluateInitiative } from "@/lib/evaluation/evaluate-initiative";
import { createMembers } from "@/lib/evaluation/members-sql";
import { createPanel } from "@/lib/evaluation/panel-sql";
import type { Plan } from "@/lib/evaluation/plan";
import { readPlan } from "@/lib/evaluation/plan";
import { resolveWindows } from "@/lib/evaluation/windows";
import { inTenant } from "@/lib/server/tenant-access";
import type { Estimate } from "@/lib/stats/estimate";
import type { Bench, Figure } from "./bench";
import { onCluster } from "./cluster";
import { givenInitiative } from "./given-initiative";
import { growthOf, type Whole } from "./growth";
import { count, median, ms, ratio } from "./numbers";
import { estimateFromRows } from "./rows-in-node";
import { inTurn } from "./timing";

const sizes = { small: [200, 2_000], normal: [1_000, 10_000, 100_000], full: [10_000, 100_000, 1_000_000] };
const rounds = 5;

/** Evaluating one initiative: estimates from moments in SQL against the same from rows pulled to Node, and how time grows. */
export const evaluate: Bench = (scale, say) =>
  onCluster("throw-away", async ({ owner }) => {
    const figures: Figure[] = [];
    const wholes: Whole[] = [];
    for (const people of sizes[scale]) {
      const { orgId, initiativeId } = await givenInitiative(owner, {
        people,
        teams: Math.min(500, Math.ceil(people / 10)),
        design: "randomised",
      });
      const times = await inTenant(orgId, async (tx) => {
        const plan = await readPlan(tx, initiativeId);
        if (!plan) throw new Error("The initiative is not there");
        const whole = () => evaluateInitiative(tx, plan, { dataVersion: "bench", today: "2026-12-31" });
        await whole();
        const circumstance = await prepare(tx, plan);
        const fromMoments = async () => {
          const occasion = occasionOf(tx, plan, circumstance);
          return [await didWelch.estimate(occasion), await linHc2.estimate(occasion)];
        };
        const fromRows = () => estimateFromRows(tx, plan.confidence);
        requireSame(await fromMoments(), await fromRows());
        return {
          ...(await inTurn(rounds, { fromMoments, fromRows })),
          ...(await inTurn(rounds, { whole })),
        };
      });
      const time = median(times.whole);
      wholes.push({ people, time });
      const pushed = median(times.fromMoments.map((moment, round) => moment / (times.fromRows[round] ?? Number.NaN)));
      say(`${people}: whole ${ms(time)}, moments ${ms(median(times.fromMoments))}, rows ${ms(median(times.fromRows))}`);
      const isLargest = people === sizes[scale].at(-1);
      figures.push(
        {
          what: `${count(people)} people: whole evaluation, every method, checks, series and claim`,
          measured: ms(time),
          ...(people === 100_000 && { goal: { wanted: "under 2 s", met: time < 2000 } }),
        },
        {
          what: `${count(people)} people: did_welch and lin_hc2 from SQL moments, from rows in Node, moments / rows`,
          measured: `${ms(median(times.fromMoments))}, ${ms(median(times.fromRows))}, ${ratio(pushed)}`,
          ...(isLargest && { goal: { wanted: "at most 0.333", met: pushed <= 1 / 3 } }),
        },
      );
    }
    figures.push(growthOf(wholes));
    return {
      setting: [
        "A randomised initiative with one KPI by person and month over 24 months, up to 500 teams, nothing but the value before to adjust for.",
        "Both ways of estimating start from the same panel and must agree to nine digits.",
        `Medians of ${rounds} warm rounds, taken in turn, on a cluster that need not survive a crash (nothing is written but temporary tables).`,
      ],
      figures,
      reading:
        "Reading: what Node need not see costs neither bytes nor objects; half of the evaluation is one pass over the KPI's values.",
    };
  });

async function prepare(tx: Tx, plan: Plan) {
  const { primary } = plan;
  if (!primary) throw new Error("The initiative has no KPI");
  const windows = await resolveWindows(tx, plan);
  await createMembers(tx, plan, windows, designOf[plan.design].armOf(windows));
  const covariates = { used: [], ignored: [] };
  return { kpi: primary, panel: await createPanel(tx, plan, primary, windows, covariates), windows, covariates };
}

type Outcomes = readonly (Outcome | Estimate | null)[];

function requireSame(left: Outcomes, right: Outcomes): void {
  const close = (one: number | null, other: number | null) =>
    one !== null && other !== null && Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other));
  for (const [index, one] of left.entries()) {
    const other = right[index];
    const isSame =
      one?.kind === "estimate" &&
      other?.kind === "estimate" &&
      close(one.estimate, other.estimate) &&
      close(one.standardError, other.standardError);
    if (!isSame) throw new Error(`The two ways differ: ${JSON.stringify(one)} and ${JSON.stringify(other)}`);
  }
}
