import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Change, TaxonomyNode } from "@/lib/skills/tree/node";

type Versioned = "role" | "task" | "skill" | "behaviour";
/** A retired row: `parent` is its role or "" where names are unique in the organisation. */
type Retired = { kind: Versioned; id: string; parent: string; name: string };

/**
 * Where a change adds what was retired under the same name, now or by these very changes, the retired row comes back: facts of the past
 * speak of it. The changes with the ids of those rows in place of the new ones, and the retired rows whose name somebody else takes.
 */
export async function bringBack(
  tx: Tx,
  orgId: string,
  changes: readonly Change[],
): Promise<{ changes: Change[]; renamed: ReadonlyMap<string, string>; inTheWay: { kind: Versioned; id: string }[] }> {
  const retired = await readRetired(tx, orgId);
  const known = new Set(retired.map(({ id }) => id));
  for (const { before, after } of changes) if (before && !after) retired.push(...retiredFrom(before));
  const byKey = new Map(retired.map((row) => [keyOf(row.kind, row.parent, row.name), row]));
  const renamed = new Map<string, string>();
  const seek = (kind: Versioned) => {
    for (const { id, before, after } of changes) {
      if (before || after?.kind !== kind || known.has(id)) continue;
      const found = byKey.get(keyOf(kind, parentOf(after, renamed), labelOf(after)));
      if (found && found.id !== id) renamed.set(id, found.id);
    }
  };
  // Tasks are told apart by their role, which may itself come back.
  for (const kind of ["role", "task", "skill", "behaviour"] as const) seek(kind);

  const joined = join(changes, renamed);
  const inTheWay = joined.flatMap(({ id, after }) => {
    if (!after || after.kind === "need") return [];
    const row = byKey.get(keyOf(after.kind, parentOf(after, renamed), labelOf(after)));
    return row && row.id !== id ? [{ kind: row.kind, id: row.id }] : [];
  });
  return { changes: joined, renamed, inTheWay };
}

const keyOf = (kind: string, parent: string, name: string) => JSON.stringify([kind, parent, name]);

const labelOf = (node: TaxonomyNode) => (node.kind === "behaviour" ? node.statement : "name" in node ? node.name : "");

function parentOf(node: TaxonomyNode, renamed: ReadonlyMap<string, string>): string {
  return node.kind === "task" ? (renamed.get(node.roleId) ?? node.roleId) : "";
}

function retiredFrom(node: TaxonomyNode): Retired[] {
  if (node.kind === "need") return [];
  return [{ kind: node.kind, id: node.id, parent: node.kind === "task" ? node.roleId : "", name: labelOf(node) }];
}

async function readRetired(tx: Tx, orgId: string): Promise<Retired[]> {
  const { rows } = await tx.execute<Retired>(sql`
    select 'role' as kind, id, '' as parent, name from roles where org_id = ${orgId} and retired_at is not null
    union all
    select 'task', id, role_id::text, name from tasks where org_id = ${orgId} and retired_at is not null and role_id is not null
    union all select 'skill', id, '', name from skills where org_id = ${orgId} and retired_at is not null
    union all select 'behaviour', id, '', statement from behaviours where org_id = ${orgId} and retired_at is not null`);
  return rows;
}

/** The changes under the ids that came back; what was to be retired and added again under one name is a change of one row. */
function join(changes: readonly Change[], renamed: ReadonlyMap<string, string>): Change[] {
  if (renamed.size === 0) return [...changes];
  const found = new Map<string, Change>();
  for (const { id, before, after, heir } of changes) {
    const now = renamed.get(id) ?? id;
    const other = found.get(now);
    const joined = {
      id: now,
      before: before ?? other?.before ?? null,
      after: (after && withIds(after, renamed)) ?? other?.after ?? null,
    };
    found.set(now, joined.after || !heir ? joined : { ...joined, heir: renamed.get(heir) ?? heir });
  }
  return [...found.values()];
}

function withIds(node: TaxonomyNode, renamed: ReadonlyMap<string, string>): TaxonomyNode {
  const now = (id: string) => renamed.get(id) ?? id;
  switch (node.kind) {
    case "task":
      return { ...node, id: now(node.id), roleId: now(node.roleId) };
    case "behaviour":
      return { ...node, id: now(node.id), skillId: now(node.skillId) };
    case "need":
      return {
        ...node,
        roleId: now(node.roleId),
        taskId: node.taskId && now(node.taskId),
        skillId: now(node.skillId),
        shownBy: node.shownBy.map((one) => ({ ...one, behaviourId: now(one.behaviourId) })),
      };
    default:
      return { ...node, id: now(node.id) };
  }
}
