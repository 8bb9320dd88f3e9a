import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Scope } from "@/lib/access/scope";

export type Heads = {
  /** Each unit of the scope -> the unit it is shown under. */
  into: Map<string, string>;
  labels: Map<string, string>;
  /** Units that stand for their own people only, because their children are shown beside them. */
  own: Set<string>;
};

/**
 * How a scope divides into units: one level below its top unit, or the first level at which there are several. People who stand in
 * the unit above keep a group of their own.
 */
export async function readHeads(tx: Tx, orgId: string, scope: Scope): Promise<Heads> {
  const { rows } = await tx.execute<{ id: string; parentId: string | null; name: string }>(sql`
    select id, parent_id as "parentId", name from business_units where org_id = ${orgId} order by path`);
  const inside = scope.unitIds ? new Set(scope.unitIds) : null;
  const units = rows.filter((row) => !inside || inside.has(row.id));
  const known = new Set(units.map((unit) => unit.id));
  const childrenOf = (id: string | null) =>
    units.filter((unit) => (unit.parentId && known.has(unit.parentId) ? unit.parentId : null) === id);

  const above: typeof units = [];
  let level = childrenOf(null);
  for (let [only] = level; level.length === 1 && only; [only] = level) {
    const below = childrenOf(only.id);
    if (below.length === 0) break;
    above.push(only);
    level = below;
  }
  const into = new Map(above.map((unit) => [unit.id, unit.id]));
  const gather = (id: string, head: string) => {
    into.set(id, head);
    for (const child of childrenOf(id)) gather(child.id, head);
  };
  for (const head of level) gather(head.id, head.id);
  return {
    into,
    labels: new Map([
      ...above.map((unit) => [unit.id, `${unit.name} itself`] as const),
      ...level.map((unit) => [unit.id, unit.name] as const),
    ]),
    own: new Set(above.map((unit) => unit.id)),
  };
}

/** Ids of units that have others below them. */
export async function readUnitsAbove(tx: Tx, orgId: string): Promise<Set<string>> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct parent_id as id from business_units where org_id = ${orgId} and parent_id is not null`);
  return new Set(rows.map(({ id }) => id));
}
