import "server-only";
import { isSmallGroup } from "@/lib/access/privacy";
import type { Viewer } from "@/lib/access/viewer";
import { keepRecent } from "@/lib/scorecard/keep-recent";
import { query } from "@/lib/server/tenant-access";
import type { CompareRequest } from "./input";
import { compareKey } from "./read-comparison";
import { openSkillYear } from "./skill-year";
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
    const year = await openSkillYear(tx, viewer, request, `works ${by}`);
    if (year?.kind !== "open") return year;
    const { window, least, freshness } = year;
    const { minimum, asOf, dataVersion } = freshness;
    await createWorks(tx, orgId, window, by);
    const { people, unnamed } = await countWorks(tx, orgId);
    if (isSmallGroup(people, minimum)) return { kind: "withheld", why: "too-few", minimum: least };
    const { effects, pool } = toolEffects(await readToolSums(tx, orgId, by), minimum, await readAlmostSame(tx, least));
    return {
      kind: "shown",
      by,
      scope: year.scope,
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
