import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Viewer } from "@/lib/access/viewer";
import { formatsFor } from "@/lib/format/formats";
import { readOrganisation } from "@/lib/governance/read-organisation";
import { usualDraws } from "@/lib/money/evaluate-case";
import { readAllMoney } from "@/lib/roi/results/read-money";
import { signaturesOf } from "@/lib/roi/results/signatures-of";
import { keepRecent } from "@/lib/scorecard/keep-recent";
import { activityYears } from "./activity-years";
import { adviceFor } from "./advice-table";
import { byDelivery } from "./by-delivery";
import { candidatesOf } from "./candidates-of";
import { drawPortfolio } from "./draw-portfolio";
import { drawnKey } from "./drawn-key";
import { factsOf } from "./facts-of";
import { readStanding, type Standing } from "./read-standing";
import { readSunkHours, type ToldSunkHours } from "./read-sunk-hours";
import type { Roi } from "./roi";
import { rollUp } from "./roll-up";
import { rowOf } from "./row-of";
import { type Advised, stopListOf } from "./stop-list";
import { budgetsFor, whatIf } from "./what-if";

type Drawn = Pick<Roi, "rollUp" | "whatIf" | "notScalable">;
const kept = keepRecent<Drawn>(20);

/** As many as a case has on its own page, fewer where hundreds of cases would keep everybody waiting for a digit nobody reads. */
const drawsFor = (cases: number): number => Math.min(usualDraws, Math.max(2_000, Math.floor(500 / cases) * 1_000));

/**
 * The whole portfolio: what was spent, what came back, and what follows. The page, the API and reports read this. Money, grades, advice and how initiatives
 * are delivered are of the whole organisation for whoever may read them; hours of learning are of the people the reader may see, and say so (`HoursOf`).
 */
export async function readRoi(viewer: Viewer): Promise<{ roi: Roi; sunk: ToldSunkHours }> {
  const monies = await readAllMoney(viewer, null);
  const [standing, sunk, { locale, currency }] = await Promise.all([
    readStanding(viewer, monies),
    readSunkHours(viewer, null),
    readOrganisation(viewer),
  ]);
  const formats = formatsFor({ locale, currency });
  const advised = monies.map((money): Advised => {
    const found = standing.found.get(money.initiativeId) ?? null;
    return { money, given: adviceFor(factsOf(money, found, standing.minimum), formats) };
  });
  const drawn = await drawnOnce(viewer.orgId, advised, standing);
  const shares = new Map(drawn.rollUp.shares.map((share) => [share.initiativeId, share]));
  const rows = advised.map((one) => rowOf(one, standing, shares.get(one.money.initiativeId)));
  return {
    sunk,
    roi: {
      currency,
      dataVersion: standing.dataVersion,
      computedAt:
        monies
          .map(({ computedAt }) => computedAt)
          .toSorted()
          .at(-1) ?? null,
      day: monies[0]?.day ?? null,
      minimum: standing.minimum,
      rows,
      ...drawn,
      stops: stopListOf(advised, activityYears(standing.activities, sunk)),
      flat: rows
        .filter(({ spent, direction }) => spent > 0 && ["unclear", "negligible", "worse"].includes(direction ?? ""))
        .toSorted((one, other) => other.spent - one.spent),
      deliveries: byDelivery(advised, standing.activities),
      risks: standing.risks,
      signatures: signaturesOf(monies),
      unconverted: monies.flatMap(({ title, unconverted }) => unconverted.map((one) => ({ title, ...one }))),
    },
  };
}

/** The draws of the same results and people are the same: made once, and kept in this process. */
async function drawnOnce(orgId: string, advised: readonly Advised[], standing: Standing): Promise<Drawn> {
  const { people, reachable, minimum } = standing;
  const key = drawnKey(orgId, advised, standing);
  const known = kept.get(key);
  if (known) return known;
  const monies = advised.map(({ money }) => money);
  const portfolio = await drawPortfolio(monies, people, drawsFor(monies.length), nextTurn);
  const toScale = new Set(advised.flatMap(({ money, given }) => (given.advice === "scale" ? money.initiativeId : [])));
  const { candidates, notScalable } = candidatesOf(portfolio, toScale, reachable);
  return kept.keep(key, {
    rollUp: rollUp(portfolio, minimum),
    whatIf: budgetsFor(candidates).map((budget) => whatIf(candidates, budget)),
    notScalable,
  });
}
