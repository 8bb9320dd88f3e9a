import "server-only";
import { kpis } from "@/db/schema/work";
import { isSmallGroup } from "@/lib/access/privacy";
import { defaultScope, readBounds, resolveScope } from "@/lib/access/scope";
import { formatsFor } from "@/lib/format/formats";
import { dictionary } from "@/lib/metrics/dictionary";
import { kpiMetric, teamKpiMetric } from "@/lib/metrics/kpi-metrics";
import type { Period } from "@/lib/metrics/period";
import { query } from "@/lib/server/tenant-access";
import { readTargets } from "@/lib/targets/targets";
import { chooseComparison } from "./choose-comparison";
import { areAlike, comparedPeriod, defaultAgainst, defaultPeriod, historyPeriods, isComplete } from "./choose-periods";
import { firstKnown } from "./first-known";
import { readHidden } from "./hidden-points";
import type { ScorecardRequest } from "./input";
import { countBeyondNoise } from "./rank-movers";
import { readBreakdown } from "./read-breakdown";
import { readCertifiedApplied } from "./read-certified-applied";
import { readFed } from "./read-fed";
import { readFreshness } from "./read-freshness";
import { readHeader } from "./read-header";
import { readLearningStart } from "./read-learning-start";
import { readSums } from "./read-sums";
import { readTiles } from "./read-tiles";
import { whatChanged } from "./say-change";
import type { Scorecard } from "./scorecard";

type Question = { request: ScorecardRequest; stamp: string; onFound: () => void };

/**
 * The scorecard of a scope, period and comparison. Null where the viewer may not see the scope or it does not exist. Figures on fewer
 * people than the organisation's minimum are withheld, and so is a whole view that would give a small group away by subtraction.
 */
export const computeScorecard = query(
  "scorecard.read",
  async (tx, { request, stamp, onFound }: Question, viewer): Promise<Scorecard | null> => {
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
    onFound();
    const complete = isComplete(period, span);
    const about = { viewer, bounds, scope, period, complete, comparison, freshness };
    const periods = historyPeriods(period, span);
    if (!periods.some(({ start }) => start === period.start)) {
      return { kind: "outside", header: await readHeader(tx, { ...about, people: 0 }) };
    }
    const rows = await readSums(tx, { orgId, scope, stamp, periods });
    const peopleIn = ({ start }: Period) =>
      rows.find((row) => row.metric === "reach" && row.start === start)?.people ?? 0;
    const people = peopleIn(period);
    const header = await readHeader(tx, { ...about, people });

    if (isSmallGroup(people, minimum)) return { kind: "withheld", header, why: "too-few" };
    const { why, points: hidden } = await readHidden(tx, { viewer, bounds, scope, period, periods, peopleIn, minimum });
    if (why) return { kind: "withheld", header, why };

    const imported = await tx.select().from(kpis).orderBy(kpis.name);
    const metrics = [...dictionary, ...imported.map(kpiMetric), ...imported.map(teamKpiMetric)];
    const targets = await readTargets(tx);
    const start = await readLearningStart(tx, orgId, scope);
    const isFed = await readFed(tx, orgId, period);
    const shared = {
      orgId,
      stamp,
      viewer,
      bounds,
      scope,
      period,
      periods,
      rows,
      minimum,
      hidden,
      metrics,
      formats,
      isFed,
    };
    const tiles = await readTiles(tx, {
      ...shared,
      comparison,
      complete,
      isAlike: areAlike(period, comparison.period, span),
      targets,
      start,
    });
    const since = comparison.isTime ? comparison.period : comparedPeriod(period, { kind: "previous" });
    const of = (category: string) => tiles.filter((tile) => tile.metric.category === category);
    return {
      kind: "shown",
      header,
      whatChanged: whatChanged(formats, tiles, comparison),
      beyondNoise: countBeyondNoise(
        tiles.filter(({ metric }) => metric.category !== "activity").map(({ change }) => change),
      ),
      categories: (["adoption", "skill", "operational", "talent"] as const).map((id) => ({ id, tiles: of(id) })),
      certifiedApplied: readCertifiedApplied(shared),
      breakdown: await readBreakdown(tx, {
        ...shared,
        by: request.by,
        show: request.show ?? firstKnown(tiles),
        order: request.order ?? "worst",
        since,
        isAlike: areAlike(period, since, span),
      }),
      activity: of("activity"),
    };
  },
);
