import "server-only";
import { and, between, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { shownScopes } from "@/db/schema/access";
import type { Period } from "@/lib/metrics/period";
import { minimumPeople } from "./privacy";
import { type Bounds, resolveScope, type Scope } from "./scope";
import { populationOf } from "./scope-population";
import { parseScope } from "./scope-request";
import type { Viewer } from "./viewer";

/** A view to be shown, with the number of people employed in it during the period. */
export type View = { scope: Scope; people: number };
type Guard = { viewer: Viewer; bounds: Bounds; frame: string; period: Period; setting: number };

/**
 * Which of these views would give a small group away: those whose people differ from the people of a view already shown to this
 * user in the same frame by fewer than the minimum, but not by nobody. The others are noted as shown. Returns the texts of the
 * refused scopes. A viewer without a user (a job) is shown nothing twice.
 */
export async function refusedViews(tx: Tx, guard: Guard, views: readonly View[]): Promise<Set<string>> {
  const refused = new Set<string>();
  const { viewer, frame, setting } = guard;
  if (!viewer.userId) return refused;
  const ofUser = and(eq(shownScopes.userId, viewer.userId), eq(shownScopes.frame, frame));
  const minimum = minimumPeople(setting);

  for (const view of views) {
    const near = await tx
      .select({ text: sql<string>`${shownScopes.scope}->>'text'` })
      .from(shownScopes)
      .where(and(ofUser, between(shownScopes.people, view.people - minimum + 1, view.people + minimum - 1)));
    const texts = new Set(near.map((shown) => shown.text));
    if (texts.has(view.scope.text)) continue;
    const shown = await Promise.all([...texts].map((text) => resolveShown(tx, guard.bounds, text)));
    if (await someDifferBySmallGroup(tx, guard, view.scope, shown)) {
      refused.add(view.scope.text);
      continue;
    }
    await tx.insert(shownScopes).values({
      orgId: viewer.orgId,
      userId: viewer.userId,
      frame,
      scope: { text: view.scope.text },
      people: view.people,
    });
  }
  return refused;
}

async function resolveShown(tx: Tx, bounds: Bounds, text: string): Promise<Scope | null> {
  const request = parseScope(text);
  return request && resolveScope(tx, bounds, request);
}

async function someDifferBySmallGroup(tx: Tx, guard: Guard, scope: Scope, shown: readonly (Scope | null)[]) {
  const minimum = minimumPeople(guard.setting);
  for (const other of shown) {
    if (!other) continue;
    const { rows } = await tx.execute<{ apart: number }>(sql`
      with these as materialized (${peopleOf(guard, scope)}), those as materialized (${peopleOf(guard, other)})
      select count(*)::int as apart from these full join those using (person_id)
      where these.person_id is null or those.person_id is null`);
    const apart = rows[0]?.apart ?? 0;
    if (apart > 0 && apart < minimum) return true;
  }
  return false;
}

/** Everybody employed in the period who belongs to the scope, by the last month in which they were employed. */
function peopleOf({ viewer, period }: Guard, scope: Scope) {
  const { person, place } = populationOf(viewer.orgId, scope);
  return sql`
    select place.person_id from (
      select distinct on (m.person_id) m.person_id, m.unit_id, m.site_id, m.team_id, m.role_id
      from person_months m
      where m.org_id = ${viewer.orgId} and m.month >= ${period.start} and m.month < ${period.end} and m.employed_days > 0
        and ${person ?? sql`true`}
      order by m.person_id, m.month desc
    ) place where ${place ?? sql`true`}`;
}
