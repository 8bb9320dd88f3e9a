import type { PlanKpi } from "@/lib/evaluation/plan";
import type { MethodResult } from "@/lib/evaluation/result";
import { adjustP } from "@/lib/stats/multiplicity/adjust-p";
import { type CheckResult, cannotTell } from "./check";

const id = "placebo_outcome";
const help =
  "Look for what else changed for the trained: a KPI that the programme cannot reach moved with it, or nobody can tell.";

/** The headline of a KPI the programme should not move, and the spread of that KPI between people; null where unknown. */
export type PlaceboOutcome = { kpi: PlanKpi; headline: MethodResult | undefined; spread: number | null };

/**
 * Placebo outcomes: KPIs the plan names because the programme cannot reach them. An effect on one (Holm-adjusted p under 0.05) fails; an
 * interval more than twice as wide, in standard deviations, as the primary KPI's warns, because it would hide one. Null where the plan
 * names none.
 */
export function placeboOutcome(
  outcomes: readonly PlaceboOutcome[],
  primary: { headline: MethodResult | null; spread: number | null },
): CheckResult | null {
  if (outcomes.length === 0) return null;
  const told = outcomes.flatMap(({ kpi, headline, spread }) => {
    if (!headline || headline.estimate === null || headline.ci === null || headline.p === null) return [];
    return [{ name: kpi.name, estimate: headline.estimate, width: widthOf(headline, spread), p: headline.p }];
  });
  const names = (all: readonly { name: string }[]) => all.map(({ name }) => `“${name}”`).join(", ");
  const adjusted = adjustP(
    told.map(({ p }) => p),
    "holm",
  );
  const smallest = Math.min(...adjusted.map((p) => p ?? 1));
  const picture = told.flatMap(({ name, width }) =>
    width === null ? [] : [{ label: `width of the interval, ${name}`, value: width }],
  );
  const result = (status: CheckResult["status"], says: string): CheckResult => ({
    id,
    status,
    value: smallest,
    says,
    help,
    picture,
  });
  const moved = told.filter((_, at) => (adjusted[at] ?? 1) < 0.05);
  if (moved.length > 0) {
    return result(
      "fail",
      `${names(moved)} should not have moved and did (p = ${smallest.toPrecision(2)}), so something else set the arms apart.`,
    );
  }
  if (told.length < outcomes.length) {
    const silent = outcomes.filter(({ headline }) => headline?.estimate == null).map(({ kpi }) => kpi);
    const why = outcomes.find(({ headline }) => headline?.estimate == null)?.headline?.reason;
    return cannotTell(id, `Nothing could be estimated for ${names(silent)}.${why ? ` ${why}` : ""}`, help);
  }
  const own = primary.headline && widthOf(primary.headline, primary.spread);
  const wide = told.filter(({ width }) => width === null || own === null || width > 2 * own);
  if (wide.length > 0) {
    return result(
      "warn",
      `${names(told)} did not move, as it should be, but ${names(wide)} so imprecisely that a move would not show.`,
    );
  }
  return result("pass", `${names(told)} did not move, as it should be (p = ${smallest.toPrecision(2)}).`);
}

/** In standard deviations between people. */
function widthOf({ ci }: MethodResult, spread: number | null): number | null {
  return ci && spread !== null && spread > 0 ? (ci[1] - ci[0]) / spread : null;
}
