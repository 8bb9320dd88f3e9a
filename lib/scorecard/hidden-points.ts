import "server-only";
import type { Tx } from "@/db/client";
import { refusedViews, type View } from "@/lib/access/differencing";
import { isSmallGroup } from "@/lib/access/privacy";
import type { Bounds, Scope } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import type { Period } from "@/lib/metrics/period";
import { givenAwayIn } from "./given-away-in";

type Question = {
  viewer: Viewer;
  bounds: Bounds;
  scope: Scope;
  /** The one the view stands or falls with. */
  period: Period;
  /** All of them, of one grain. */
  periods: readonly Period[];
  peopleIn: (period: Period) => number;
  minimum: number;
};

export type Hidden = {
  /** Why nothing of the scope may be shown. */
  why: "complementary" | "differencing" | null;
  /** First days of the periods whose figures would give a small group away. */
  points: ReadonlySet<string>;
};

/** Which figures of a scope may not be shown, in the period and in the others of its history; the rest are noted as shown. */
export async function readHidden(tx: Tx, question: Question): Promise<Hidden> {
  const { viewer, bounds, scope, period, periods, peopleIn, minimum } = question;
  const given = await givenAwayIn(tx, { orgId: viewer.orgId, bounds, scope, periods: [period, ...periods], minimum });
  if (given.has(period.start)) return { why: "complementary", points: given };
  const guard = { viewer, bounds, setting: minimum };
  const viewOf = (one: Period): View => ({ text: scope.text, period: one, people: peopleIn(one) });
  if ((await refusedViews(tx, guard, [viewOf(period)])).size > 0) return { why: "differencing", points: given };

  const others = periods.filter(({ start }) => start !== period.start && !given.has(start)).map(viewOf);
  const shown = others.filter(({ people }) => people > 0 && !isSmallGroup(people, minimum));
  const refused = await refusedViews(tx, guard, shown);
  return { why: null, points: new Set([...given, ...[...refused].map((view) => view.period.start)]) };
}
