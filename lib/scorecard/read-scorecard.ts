import "server-only";
import type { Tx } from "@/db/client";
import { kpis } from "@/db/schema/work";
import { refusedViews } from "@/lib/access/differencing";
import { isSmallGroup } from "@/lib/access/privacy";
import { defaultScope, readBounds, resolveScope } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { formatsFor } from "@/lib/format/formats";
import { dictionary } from "@/lib/metrics/dictionary";
import { kpiMetric, teamKpiMetric } from "@/lib/metrics/kpi-metrics";
import { periodName } from "@/lib/metrics/period";
import { query } from "@/lib/server/tenant-access";
import { readTargets } from "@/lib/targets/targets";
import { chooseComparison } from "./choose-comparison";
import { defaultAgainst, defaultPeriod, historyPeriods, isComplete } from "./choose-periods";
import type { ScorecardRequest } from "./input";
import { isGivenAway } from "./is-given-away";
import { readBreakdown } from "./read-breakdown";
import { readCertifiedApplied } from "./read-certified-applied";
import { readFreshness } from "./read-freshness";
import { readHeader } from "./read-header";
import { readLearningStart } from "./read-learning-start";
import { readSums } from "./read-sums";
import { readTiles } from "./read-tiles";
import { whatChanged } from "./say-change";
import type { Scorecard } from "./scorecard";

/**
 * The scorecard of a scope, period and comparison. Null where the viewer may not see the scope or it does not exist. Figures on fewer
 * people than the organisation's minimum are withheld, and so is a whole view that would give a small group away by subtraction.
 */
export const readScorecard = query(
  "scorecard.read",
  async (tx, request: ScorecardRequest, viewer): Promise<Scorecard | null> => {
    const { orgId } = viewer;
    const bounds = await readBounds(tx, viewer);
    const scope = bounds && (await resolveScope(tx, bounds, request.scope ?? defaultScope(bounds)));
    if (!bounds || !scope) return null;
    const freshness = await readFreshness(tx, orgId);
    const { span, minimum } = freshness;
    if (!span) return { kind: "empty" };

    const formats = formatsFor(freshness);
    const period = request.period ?? defaultPeriod(span);
    const against = request.against ?? defaultAgainst(period, span);
    const comparison = await chooseComparison(tx, { bounds, scope, period, against, formats });
    if (!comparison) return null;
    const periods = historyPeriods(period, span);
    const rows = await readSums(tx, { orgId, scope, periods: periods.length > 0 ? periods : [period] });
    const people = rows.find((row) => row.metric === "reach" && row.start === period.start)?.people ?? 0;
    const complete = isComplete(period, span);
    const header = await readHeader(tx, { viewer, bounds, scope, people, period, complete, comparison, freshness });

    if (isSmallGroup(people, minimum)) return { kind: "withheld", header, why: "too-few" };
    if (await isGivenAway(tx, { orgId, bounds, scope, period, minimum }))
      return { kind: "withheld", header, why: "complementary" };
    const refused = await refuse(tx, viewer, { bounds, period, minimum, views: [{ scope, people }] });
    if (refused.has(scope.text)) return { kind: "withheld", header, why: "differencing" };

    const imported = await tx.select().from(kpis).orderBy(kpis.name);
    const metrics = [...dictionary, ...imported.map(kpiMetric), ...imported.map(teamKpiMetric)];
    const targets = await readTargets(tx);
    const start = await readLearningStart(tx, orgId, scope);
    const shared = { orgId, scope, period, periods, rows, minimum, metrics, formats };
    const tiles = await readTiles(tx, { ...shared, viewer, bounds, comparison, targets, start });
    const of = (category: string) => tiles.filter((tile) => tile.metric.category === category);
    return {
      kind: "shown",
      header,
      whatChanged: whatChanged(formats, tiles, comparison.label),
      categories: (["adoption", "skill", "operational", "talent"] as const).map((id) => ({ id, tiles: of(id) })),
      certifiedApplied: readCertifiedApplied(shared),
      breakdown: await readBreakdown(tx, { ...shared, by: request.by, show: request.show }),
      activity: of("activity"),
    };
  },
);

type Refusal = { views: Parameters<typeof refusedViews>[2] } & Pick<
  Parameters<typeof refusedViews>[1],
  "bounds" | "period"
> & { minimum: number };

function refuse(tx: Tx, viewer: Viewer, { bounds, period, minimum, views }: Refusal) {
  return refusedViews(
    tx,
    { viewer, bounds, period, setting: minimum, frame: `scorecard ${periodName(period)}` },
    views,
  );
}
