import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { refusedViews, type View } from "@/lib/access/differencing";
import { conditionText, type RuledGroup, ruledText, type Span } from "@/lib/access/group-rule";
import { isSmallGroup, minimumPeople } from "@/lib/access/privacy";
import type { Bounds } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import type { Period } from "@/lib/metrics/period";
import type { ComparedGroup } from "./comparison";
import type { Members } from "./members-sql";
import { momentsKey } from "./read-moments";
import type { ResolvedGroup } from "./resolve-groups";

type Question = {
  viewer: Viewer;
  bounds: Bounds;
  minimum: number;
  at: Span;
  groups: readonly ResolvedGroup[];
  members: Members;
  /** Periods a group stands or falls with, then those of which single points may be left out. */
  periods: readonly Period[];
  months: readonly Period[];
  frame?: string;
};

export type Guarded = {
  withheld: ComparedGroup["withheld"][];
  /** Points of a trend that would give a few people away (`momentsKey`). */
  hidden: Set<string>;
};

/**
 * Which groups may not be shown: those under the minimum (of several conditions nobody meets, it is not said that nobody does), those that give a smaller one away by a condition left out or by the whole,
 * and those that differ by too few people from what this user was shown of the same period before, on this page or the scorecard. The
 * others are noted as shown.
 */
export async function guardViews(tx: Tx, question: Question): Promise<Guarded> {
  const { viewer, bounds, minimum, at, groups, members, periods, months, frame } = question;
  const least = minimumPeople(minimum);
  const withheld = groups.map(({ conditions }, g): ComparedGroup["withheld"] => {
    const people = members.people[g] ?? 0;
    if (isSmallGroup(people, minimum)) return "too-few";
    const gives = (members.beside[g] ?? []).some((besides) => besides > 0 && besides < least);
    // That nobody of a few people meets a further condition says it of each of them.
    if (people === 0 && (gives || conditions.length > 1)) return "too-few";
    return gives ? "complementary" : null;
  });
  const employed = await readEmployed(tx, viewer.orgId, periods, months);
  const hidden = new Set<string>();
  const guard = { viewer, bounds, setting: minimum };
  const texts = groups.map((_, g) => ruledText(ruledOf(groups, members, g, at)));
  const viewsOf = (g: number, of: readonly Period[]): View[] =>
    of.flatMap((period) => {
      const people = employed.get(`${g} ${period.start} ${period.end}`) ?? 0;
      if (people === 0 || isSmallGroup(people, minimum)) return [];
      const apartFrom = texts.filter((_, other) => other !== g && members.assignment.small[other] === null);
      return [{ text: texts[g] ?? "", period, people, apartFrom, ...(frame && { frame }) }];
    });
  for (const [g] of groups.entries()) {
    if (withheld[g] !== null || (members.people[g] ?? 0) === 0) continue;
    const whole = viewsOf(g, periods);
    if ((await refusedViews(tx, guard, whole)).size > 0) {
      withheld[g] = "differencing";
      continue;
    }
    for (const view of await refusedViews(tx, guard, viewsOf(g, months))) hidden.add(momentsKey(g, view.period.start));
  }
  return { withheld, hidden };
}

/** The group as it is noted: its conditions, and those of the groups it lost people to. */
function ruledOf(groups: readonly ResolvedGroup[], { assignment }: Members, g: number, at: Span): RuledGroup {
  const texts = (index: number) => (groups[index]?.conditions ?? []).map(conditionText).toSorted();
  return { of: texts(g), not: (assignment.without[g] ?? []).map(texts), at: { start: at.start, end: at.end } };
}

/** How many people of each group were employed in each of the periods: months in one pass, because a person has one row a month. */
async function readEmployed(
  tx: Tx,
  orgId: string,
  periods: readonly Period[],
  months: readonly Period[],
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const key = (g: number, { start, end }: Period) => `${g} ${start} ${end}`;
  for (const period of periods) {
    const { rows } = await tx.execute<{ g: number; people: number }>(sql`
      select g, count(*)::int as people from compared_people where person_id in (
        select person_id from person_months
        where org_id = ${orgId} and month >= ${period.start}::date and month < ${period.end}::date and employed_days > 0
      ) group by g`);
    for (const { g, people } of rows) found.set(key(g, period), people);
  }
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return found;
  const { rows } = await tx.execute<{ g: number; month: string; people: number }>(sql`
    select c.g, m.month::text as month, count(*)::int as people
    from person_months m join compared_people c using (person_id)
    where m.org_id = ${orgId} and m.month >= ${first.start}::date and m.month < ${last.end}::date and m.employed_days > 0
    group by 1, 2`);
  for (const period of months)
    for (const { g, month, people } of rows) if (month === period.start) found.set(key(g, period), people);
  return found;
}
