import "server-only";
import { isSmallGroup, minimumPeople } from "@/lib/access/privacy";
import { defaultScope, readBounds, resolveScope } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { formatsFor } from "@/lib/format/formats";
import { defaultPeriod } from "@/lib/scorecard/choose-periods";
import { keepRecent } from "@/lib/scorecard/keep-recent";
import { readFreshness } from "@/lib/scorecard/read-freshness";
import { query } from "@/lib/server/tenant-access";
import { guardViews } from "./guard-views";
import type { CompareRequest } from "./input";
import { createMembers } from "./members-sql";
import { compareKey } from "./read-comparison";
import { resolveGroups } from "./resolve-groups";
import { scopeConditions, skillWindow } from "./skill-window";
import { toolEffects } from "./tool-effects";
import type { Works } from "./works";
import { countWorks, createWorks, readAlmostSame, readToolSums } from "./works-sql";

const kept = keepRecent<Works>(50);

/** As `computeWorks`, kept in this process while facts stay. */
export async function readWorks(viewer: Viewer, request: CompareRequest): Promise<Works | null> {
  const key = await compareKey(viewer, { works: [request.scope, request.period, request.by] });
  const known = kept.get(key);
  if (known) return known;
  const found = await computeWorks(viewer, request);
  return found && kept.keep(key, found);
}

/**
 * Which activities, formats or tools went with more growth in which skill, over the year that ends with the period. Null where the scope
 * is not the viewer's.
 */
export const computeWorks = query(
  "compare.read",
  async (tx, request: Pick<CompareRequest, "scope" | "period" | "by">, viewer): Promise<Works | null> => {
    const { orgId } = viewer;
    const { by } = request;
    const bounds = await readBounds(tx, viewer);
    const scope = bounds && (await resolveScope(tx, bounds, request.scope ?? defaultScope(bounds)));
    const conditions = scopeConditions(request.scope);
    if (!bounds || !scope || !conditions) return null;
    const freshness = await readFreshness(tx, orgId);
    const { span, minimum, asOf, dataVersion } = freshness;
    if (!span) return { kind: "empty" };
    const least = minimumPeople(minimum);
    const window = skillWindow(request.period ?? defaultPeriod(span));
    const groups = await resolveGroups(tx, {
      viewer,
      bounds,
      window,
      formats: formatsFor(freshness),
      groups: [{ name: "a", conditions }],
    });
    if (!groups) return null;
    const members = await createMembers(tx, {
      orgId,
      bounds,
      at: window,
      groups: groups.map((one) => one.conditions),
      least,
    });
    const { withheld } = await guardViews(tx, {
      viewer,
      bounds,
      minimum,
      at: window,
      groups,
      members,
      periods: [{ grain: "year", ...window }],
      months: [],
      frame: `works ${by} ${window.start}`,
    });
    const [why] = withheld;
    if (why) return { kind: "withheld", why, minimum: least };
    await createWorks(tx, orgId, window, by);
    const { people, unnamed } = await countWorks(tx, orgId);
    if (isSmallGroup(people, minimum)) return { kind: "withheld", why: "too-few", minimum: least };
    const { effects, pool } = toolEffects(await readToolSums(tx, orgId, by), minimum, await readAlmostSame(tx, least));
    return {
      kind: "shown",
      by,
      scope: scope.label,
      window,
      minimum: least,
      effects,
      pool,
      people,
      unnamed,
      asOf,
      dataVersion,
    };
  },
);
