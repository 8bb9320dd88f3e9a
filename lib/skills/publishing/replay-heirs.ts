import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Heirs } from "@/lib/skills/tree/follow-heirs";
import type { Change } from "@/lib/skills/tree/node";

type Row = { number: number; backTo: number | null; nodes: { id: string; heir: string | null }[] | null };

/** What was merged at each version, and every node that ever was. */
export type HeirsByVersion = { at: (number: number) => Heirs; ever: ReadonlySet<string> };

/** A version about to be written. */
export type NextVersion = { number: number; backTo?: number | undefined; changes: readonly Change[] };

/**
 * With what each node was made one, version by version, from what the versions themselves say: one that takes a node out says its heir or
 * that it has none, one that adds it forgets, and a rollback has what the version it goes back to had.
 */
export async function replayHeirs(tx: Tx, orgId: string, next?: NextVersion): Promise<HeirsByVersion> {
  const rows = [...(await readMergers(tx, orgId)), ...(next ? [rowOf(next)] : [])];
  const ever = new Set(rows.flatMap(({ nodes }) => (nodes ?? []).flatMap(({ id, heir }) => (heir ? [id] : []))));
  const known: { number: number; heirs: ReadonlyMap<string, string> }[] = [];
  const at = (number: number): Heirs => known.findLast((one) => one.number <= number)?.heirs ?? new Map();
  for (const { number, backTo, nodes } of rows) {
    if (backTo === null && !nodes) continue;
    const heirs = new Map(at(backTo ?? number - 1));
    for (const { id, heir } of backTo === null ? (nodes ?? []) : []) {
      if (heir) heirs.set(id, heir);
      else heirs.delete(id);
    }
    known.push({ number, heirs });
  }
  return { at, ever };
}

async function readMergers(tx: Tx, orgId: string): Promise<Row[]> {
  const { rows } = await tx.execute<Row>(sql`
    with told as materialized (
      select v.number, c ->> 'id' as id, c ->> 'heir' as heir from taxonomy_versions v cross join jsonb_array_elements(v.changes) c
      where v.org_id = ${orgId} and (c -> 'before' = 'null' or c -> 'after' = 'null')
        and exists (select from taxonomy_versions m where m.org_id = ${orgId} and m.changes @? '$[*].heir')
    )
    select v.number, v.back_to as "backTo", (
      select json_agg(t) from told t where t.number = v.number and t.id in (select id from told where heir is not null)
    ) as nodes
    from taxonomy_versions v where v.org_id = ${orgId} order by v.number`);
  return rows;
}

function rowOf({ number, backTo, changes }: NextVersion): Row {
  const nodes = changes.flatMap(({ id, before, after, heir = null }) => (before && after ? [] : [{ id, heir }]));
  return { number, backTo: backTo ?? null, nodes };
}
