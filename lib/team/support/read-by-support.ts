import "server-only";
import type { Tx } from "@/db/client";
import { refusedViews, type View } from "@/lib/access/differencing";
import { isSmallGroup, withheldGroups } from "@/lib/access/privacy";
import type { Scope } from "@/lib/access/scope";
import { partText } from "@/lib/access/shown-group";
import type { Viewer } from "@/lib/access/viewer";
import { metricById } from "@/lib/metrics/dictionary";
import { type SupportLevel, supportLevels } from "@/lib/metrics/manager-support";
import type { Period } from "@/lib/metrics/period";
import { readSums } from "@/lib/scorecard/read-sums";
import { leastManagers, readSupporters } from "@/lib/scorecard/read-supporters";
import { figureOf } from "@/lib/scorecard/sums";

/** One level of support: how many of its people used learning, and how much of what their role needs is seen applied. */
export type SupportGroup = {
  level: SupportLevel;
  people: number | null;
  managers: number | null;
  withheld: boolean;
  engaged: SupportFigure | null;
  applied: SupportFigure | null;
};
export type SupportFigure = { value: number; interval: [number, number] | null };

const shown = ["reach", "applied"] as const;

type Question = { viewer: Viewer; scope: Scope; period: Period; minimum: number };

/**
 * Engagement and applied skill of a scope's people by how much their managers did for learning in a period: what goes together, not what
 * caused what. Groups under the minimum, of fewer than two managers, or that would give a few people away are withheld.
 */
export async function readBySupport(tx: Tx, { viewer, scope, period, minimum }: Question): Promise<SupportGroup[]> {
  const { orgId } = viewer;
  const sums = await readSums(tx, { orgId, scope, periods: [period], metrics: shown, division: { by: "support" } });
  const managers = (await readSupporters(tx, orgId, scope, [period])).get(period.start) ?? new Map<string, number>();
  const peopleOf = (level: string) =>
    sums.find(({ group, metric }) => group === level && metric === "reach")?.people ?? 0;
  const levels = [...supportLevels, "unmanaged"];
  const groups = levels.map((id) => ({ id, people: peopleOf(id) }));
  const few = new Set(supportLevels.filter((level) => (managers.get(level) ?? 0) < leastManagers));
  const texts = new Map(levels.map((id) => [id, partText(scope.text, `support ${id}`)]));
  const candidates = groups.filter(({ id, people }) => people > 0 && !withheldGroups(groups, minimum, few).has(id));
  const views = candidates.map(
    ({ id, people }): View => ({
      text: texts.get(id) ?? "",
      period,
      people,
      apartFrom: [...texts].filter(([other]) => other !== id).map(([, text]) => text),
    }),
  );
  const refused = await refusedViews(tx, { viewer, bounds: scope.bounds, setting: minimum }, views);
  const given = new Set([
    ...few,
    ...candidates.filter((_, index) => refused.has(views[index] as View)).map(({ id }) => id),
  ]);
  const withheld = withheldGroups(groups, minimum, given);
  return supportLevels.flatMap((level): SupportGroup[] => {
    if (peopleOf(level) === 0) return [];
    if (withheld.has(level)) {
      return [{ level, people: null, managers: null, withheld: true, engaged: null, applied: null }];
    }
    const figure = (id: (typeof shown)[number]): SupportFigure | null => {
      const metric = metricById(id);
      const found = sums.find((row) => row.group === level && row.metric === id);
      if (!found || !metric || metric.kind === "median" || isSmallGroup(found.people, minimum)) return null;
      const { value, ...rest } = figureOf(metric.kind, found);
      return value === null
        ? null
        : { value, interval: "interval" in rest ? [rest.interval[0], rest.interval[1]] : null };
    };
    return [
      {
        level,
        people: peopleOf(level),
        managers: managers.get(level) ?? 0,
        withheld: false,
        engaged: figure("reach"),
        applied: figure("applied"),
      },
    ];
  });
}
