import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Condition, conditionText, type Span } from "@/lib/access/group-rule";
import { holds, peopleAt } from "@/lib/access/ruled-people";
import type { Bounds } from "@/lib/access/scope";
import { type Assignment, assignGroups, complements, type Pattern } from "./assign-groups";

export type Members = {
  assignment: Assignment;
  /** Employed people of each group. */
  people: number[];
  /** Of each group: how many people wider groups have beside its own (`complements`). */
  beside: number[][];
};

type Question = {
  orgId: string;
  bounds: Bounds;
  at: Span;
  groups: readonly (readonly Condition[])[];
  /** The fewest people of a group (`minimumPeople`). */
  least: number;
};

/**
 * Fills the temporary table `compared_people` for this transaction: (person_id, g, employed, unit_id, role_id, hire_date), everybody in
 * one of the groups. One pass over the people within the bounds; which conditions each meets is all that leaves the database.
 */
export async function createMembers(tx: Tx, { orgId, bounds, at, groups, least }: Question): Promise<Members> {
  const conditions = new Map(groups.flat().map((condition) => [conditionText(condition), condition]));
  const texts = [...conditions.keys()];
  const bits = [...conditions.values()].map(
    (condition, index) => sql`case when ${holds(orgId, condition, at)} then ${sql.raw(String(1 << index))} else 0 end`,
  );
  const masks = groups.map((group) => group.reduce((mask, one) => mask | (1 << texts.indexOf(conditionText(one))), 0));
  await tx.execute(sql`drop table if exists pg_temp.compared_patterns, pg_temp.compared_people`);
  await tx.execute(sql`
    create temporary table compared_patterns on commit drop as
    select who.*, (${sql.join(bits, sql` | `)}) as bits from (${peopleAt(orgId, bounds, at)}) who`);
  const { rows } = await tx.execute<Pattern & { everybody: number }>(sql`
    select bits, count(*) filter (where employed)::int as people, count(*)::int as everybody from compared_patterns group by bits order by bits`);
  const assignment = assignGroups(masks, rows, least);
  const placed = rows.flatMap(({ bits: pattern }) => {
    const group = assignment.groupOf(pattern);
    return group === null ? [] : [sql`(${sql.raw(String(pattern))}, ${sql.raw(String(group))})`];
  });
  const of = placed.length > 0 ? sql`values ${sql.join(placed, sql`, `)}` : sql`select 0, 0 where false`;
  await tx.execute(sql`
    create temporary table compared_people on commit drop as
    select person_id, g, employed, unit_id, role_id, hire_date from compared_patterns join (${of}) assigned (bits, g) using (bits)`);
  await tx.execute(sql`analyze compared_people`);
  const people = masks.map(
    (_, group) =>
      assignment.small[group] ??
      rows.reduce((sum, row) => sum + (assignment.groupOf(row.bits) === group ? row.people : 0), 0),
  );
  const wider = groups.map((group) =>
    widerRules(group).map((rule) => rule.reduce((mask, one) => mask | (1 << texts.indexOf(conditionText(one))), 0)),
  );
  return { assignment, people, beside: complements(wider, rows, assignment) };
}

/**
 * The groups somebody is likely to know beside this one: everybody, those of the rule itself (people it shares with another group are
 * taken out of it), the rule without any one of its conditions, and without what it says of learning.
 */
function widerRules(group: readonly Condition[]): Condition[][] {
  const isUse = ({ kind }: Condition) => kind === "exposed" || kind === "unexposed";
  const without = group.filter((one) => !isUse(one)).map((one) => group.filter((other) => other !== one));
  return [[], [...group], group.filter((one) => !isUse(one)), ...without];
}
