import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Condition } from "@/lib/access/group-rule";

/** The initiative whose arms all groups are, and nothing else; null otherwise. */
export function armsOf(groups: readonly (readonly Condition[])[]): string | null {
  const ids = groups.map((conditions) => {
    const [only] = conditions;
    return conditions.length === 1 && only?.kind === "arm" ? only.id : null;
  });
  const [first] = ids;
  return first && ids.every((id) => id === first) ? first : null;
}

/** An initiative that makes a claim of its own; null for a draft. */
export async function readInitiative(tx: Tx, orgId: string, id: string): Promise<{ id: string; title: string } | null> {
  const { rows } = await tx.execute<{ id: string; title: string }>(
    sql`select id::text, title from initiatives where org_id = ${orgId} and id = ${id}::uuid and not draft`,
  );
  return rows[0] ?? null;
}
