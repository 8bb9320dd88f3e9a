import "server-only";
import type { Tx } from "@/db/client";
import type { Span } from "@/lib/access/group-rule";
import { minimumPeople } from "@/lib/access/privacy";
import { defaultScope, readBounds, resolveScope } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { type Formats, formatsFor } from "@/lib/format/formats";
import { defaultPeriod } from "@/lib/scorecard/choose-periods";
import { readFreshness } from "@/lib/scorecard/read-freshness";
import type { ComparedGroup } from "./comparison";
import { guardViews } from "./guard-views";
import type { CompareRequest } from "./input";
import { createMembers } from "./members-sql";
import { resolveGroups } from "./resolve-groups";
import { scopeConditions, skillWindow } from "./skill-window";

type Freshness = Awaited<ReturnType<typeof readFreshness>>;
type SkillYear =
  | { kind: "empty" }
  | { kind: "withheld"; why: NonNullable<ComparedGroup["withheld"]>; minimum: number }
  | { kind: "open"; scope: string; window: Span; least: number; formats: Formats; freshness: Freshness };

/**
 * The people of a scope over the year that ends with a period, in the temporary table of `createMembers`, once the guard lets them be
 * looked at; `frame` names what is looked at. Null where the scope is not the viewer's.
 */
export async function openSkillYear(
  tx: Tx,
  viewer: Viewer,
  request: Pick<CompareRequest, "scope" | "period">,
  frame: string,
): Promise<SkillYear | null> {
  const { orgId } = viewer;
  const bounds = await readBounds(tx, viewer);
  const scope = bounds && (await resolveScope(tx, bounds, request.scope ?? defaultScope(bounds)));
  const conditions = scopeConditions(request.scope);
  if (!bounds || !scope || !conditions) return null;
  const freshness = await readFreshness(tx, orgId);
  const { span, minimum } = freshness;
  if (!span) return { kind: "empty" };
  const formats = formatsFor(freshness);
  const least = minimumPeople(minimum);
  const window = skillWindow(request.period ?? defaultPeriod(span));
  const groups = await resolveGroups(tx, { viewer, bounds, window, formats, groups: [{ name: "a", conditions }] });
  if (!groups) return null;
  const rules = groups.map((one) => one.conditions);
  const members = await createMembers(tx, { orgId, bounds, at: window, groups: rules, least });
  const { withheld } = await guardViews(tx, {
    viewer,
    bounds,
    minimum,
    at: window,
    groups,
    members,
    periods: [{ grain: "year", ...window }],
    months: [],
    frame: `${frame} ${window.start}`,
  });
  const [why] = withheld;
  if (why) return { kind: "withheld", why, minimum: least };
  return { kind: "open", scope: scope.label, window, least, formats, freshness };
}
