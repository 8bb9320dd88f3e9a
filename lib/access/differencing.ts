import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { shownScopes } from "@/db/schema/access";
import { type Period, periodName } from "@/lib/metrics/period";
import { minimumPeople } from "./privacy";
import type { Bounds } from "./scope";
import { byPlace, neverMeet, type Place, peopleOf, resolveShown, type ShownGroup } from "./shown-group";
import type { Viewer } from "./viewer";

/** Figures about to be shown: of whom (`partText`), of which period, and how many people were employed there in it. */
export type View = {
  text: string;
  period: Period;
  people: number;
  /** Which figures these are, where they are not those of a calendar period: only views of one kind can be subtracted. */
  frame?: string;
  /** Other views whose people are known to be none of these, so that nobody need count. */
  apartFrom?: readonly string[];
};

type Guard = { viewer: Viewer; bounds: Bounds; setting: number };
type Shown = Pick<View, "text" | "people">;

/**
 * Which of these views would give a small group away: those whose people differ from the people of a view of the same period already
 * shown to this user by fewer than the minimum, but not by nobody. The others are noted as shown, in the order given. A viewer without a user (a job) is shown nothing twice.
 */
export async function refusedViews(tx: Tx, guard: Guard, views: readonly View[]): Promise<Set<View>> {
  const refused = new Set<View>();
  const { userId, orgId } = guard.viewer;
  if (!userId || views.length === 0) return refused;
  const minimum = minimumPeople(guard.setting);
  const isKnown = (known: ReadonlyMap<string, Shown[]>) =>
    views.every((view) => known.get(frameOf(view))?.some(({ text }) => text === view.text));
  let shown = await nearbyShown(tx, guard.viewer, views, minimum);
  if (isKnown(shown)) return refused;
  // Two views asked for at the same moment must not both be taken for the first.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`shown to ${userId}`}, 0))`);
  shown = await nearbyShown(tx, guard.viewer, views, minimum);
  const apart = comparing(tx, guard, views);
  const added: (typeof shownScopes.$inferInsert)[] = [];

  for (const view of views) {
    const frame = frameOf(view);
    const before = shown.get(frame) ?? [];
    if (before.some(({ text }) => text === view.text)) continue;
    if (await someAreClose(before, view)) {
      refused.add(view);
      continue;
    }
    shown.set(frame, [...before, view]);
    added.push({ orgId, userId, frame, scope: { text: view.text }, people: view.people });
  }
  if (added.length > 0) await tx.insert(shownScopes).values(added);
  return refused;

  async function someAreClose(before: readonly Shown[], view: View): Promise<boolean> {
    for (const other of before) {
      if (Math.abs(other.people - view.people) >= minimum || view.apartFrom?.includes(other.text)) continue;
      const people = await apart(view, other.text);
      if (people > 0 && people < minimum) return true;
    }
    return false;
  }
}

const frameOf = ({ frame, period }: View) => frame ?? `scorecard ${periodName(period)}`;

/** What the user was shown of these periods with about as many people, by frame. */
async function nearbyShown(tx: Tx, { orgId, userId }: Viewer, views: readonly View[], minimum: number) {
  const { rows } = await tx.execute<Shown & { frame: string }>(sql`
    select distinct s.frame, s.scope->>'text' as text, s.people
    from unnest(${sql.param(views.map(frameOf))}::text[], ${sql.param(views.map(({ people }) => people))}::int[])
      v (frame, people)
    join shown_scopes s on s.org_id = ${orgId} and s.user_id = ${userId} and s.frame = v.frame
      and s.people between v.people - ${minimum - 1}::int and v.people + ${minimum - 1}::int`);
  const shown = new Map<string, Shown[]>();
  for (const { frame, ...row } of rows) shown.set(frame, [...(shown.get(frame) ?? []), row]);
  return shown;
}

/** How many people stand in one of two groups only: from cells where places tell, else from people. */
function comparing(tx: Tx, { viewer, bounds }: Guard, views: readonly View[]) {
  const { orgId } = viewer;
  const groups = new Map<string, Promise<ShownGroup | null>>();
  let cells: Promise<(Place & { start: string; people: number })[]> | null = null;
  const groupOf = (text: string) => {
    const known = groups.get(text) ?? resolveShown(tx, bounds, text);
    groups.set(text, known);
    return known;
  };
  return async ({ text, period }: View, otherText: string): Promise<number> => {
    const [one, other] = [await groupOf(text), await groupOf(otherText)];
    if (!one || !other) return 0;
    if (neverMeet(one, other)) return Number.POSITIVE_INFINITY;
    const [inOne, inOther] = [byPlace(one), byPlace(other)];
    if (inOne && inOther) {
      cells ??= readCells(tx, orgId, views);
      const differing = (await cells).filter((cell) => cell.start === period.start && inOne(cell) !== inOther(cell));
      return differing.reduce((sum, cell) => sum + cell.people, 0);
    }
    const { rows } = await tx.execute<{ apart: number }>(sql`
      with these as materialized (${peopleOf(orgId, one, period)}), those as materialized (${peopleOf(orgId, other, period)})
      select count(*)::int as apart from these full join those using (person_id)
      where these.person_id is null or those.person_id is null`);
    return rows[0]?.apart ?? 0;
  };
}

/** Everybody employed in the periods (of one grain), by place: the people of the metric "reach". */
async function readCells(tx: Tx, orgId: string, views: readonly View[]) {
  const starts = [...new Set(views.map(({ period }) => period.start))];
  const { rows } = await tx.execute<Place & { start: string; people: number }>(sql`
    select period_start::text as start, unit_id as unit, role_id as role, site_id as site, people from metric_cells
    where org_id = ${orgId} and level = 0 and metric = 'reach' and grain = ${views[0]?.period.grain}
      and period_start = any(${sql.param(starts)}::date[])`);
  return rows;
}
