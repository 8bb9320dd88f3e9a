import "server-only";
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { draftNodes } from "@/db/schema/taxonomy-versions";
import { heirsInForce } from "@/lib/skills/publishing/heirs-in-force";
import { storedNode } from "@/lib/skills/stored";
import type { Heirs } from "@/lib/skills/tree/follow-heirs";
import type { Change, TaxonomyNode, Tree } from "@/lib/skills/tree/node";
import { asDescribed, describedAtWork, sameNode } from "@/lib/skills/tree/same-node";

/** What a draft holds of a node: as it was in force when first touched, and as the draft has it. */
type Held = { base: TaxonomyNode | null; node: TaxonomyNode | null };
export type Overlay = ReadonlyMap<string, Held>;

/** The nodes a draft has touched and that differ from what they were; what was undone follows the taxonomy in force again. */
export async function readOverlay(tx: Tx, orgId: string, draftId: string): Promise<Overlay> {
  const rows = await tx
    .select({ id: draftNodes.nodeId, base: draftNodes.base, node: draftNodes.node })
    .from(draftNodes)
    .where(and(eq(draftNodes.orgId, orgId), eq(draftNodes.draftId, draftId)))
    .orderBy(draftNodes.nodeId);
  const held = rows.map(({ id, base, node }) => [id, { base: storedNode(base), node: storedNode(node) }] as const);
  return new Map(held.filter(([, { base, node }]) => !sameNode(base, node)));
}

/**
 * What nodes were made one with: those the draft takes out, also such as it added itself, and those retired before. A line of mergers may
 * begin in the draft and go on in what was published since.
 */
export async function readHeirs(tx: Tx, orgId: string, draftId: string): Promise<Heirs> {
  const ofDraft = and(eq(draftNodes.orgId, orgId), eq(draftNodes.draftId, draftId), isNull(draftNodes.node));
  const rows = await tx
    .select({ id: draftNodes.nodeId, heir: draftNodes.heir })
    .from(draftNodes)
    .where(and(ofDraft, isNotNull(draftNodes.heir)));
  const heirs = await heirsInForce(tx, orgId);
  for (const { id, heir } of rows) if (heir) heirs.set(id, heir);
  return heirs;
}

/** The taxonomy as the draft has it. How often a task is done and how much it matters is always what is in force. */
export function layOver(inForce: Tree, overlay: Overlay): Tree {
  const tree = new Map(inForce);
  for (const [id, { node }] of overlay) {
    if (node) tree.set(id, asDescribed(node, inForce.get(id)));
    else tree.delete(id);
  }
  return tree;
}

const unversioned = sql.param([...describedAtWork]);

/**
 * Notes what a step of the editor makes of nodes. Of those the draft has not touched before, or not any more, an edit made upon `inForce` also
 * notes what is in force; null: undone or done again, the edit has noted it when it was made.
 */
export async function holdNodes(
  tx: Tx,
  orgId: string,
  draftId: string,
  changes: readonly Change[],
  inForce: Tree | null,
): Promise<void> {
  const rows = changes.map(({ id, after, heir = null }) => ({ id, base: inForce?.get(id) ?? null, node: after, heir }));
  const isUntouched = sql`n.base - ${unversioned}::text[] is not distinct from n.node - ${unversioned}::text[]`;
  await tx.execute(sql`
    insert into draft_nodes as n (org_id, draft_id, node_id, base, node, heir)
    select ${orgId}::uuid, ${draftId}::uuid, (row ->> 'id')::uuid, nullif(row -> 'base', 'null'), nullif(row -> 'node', 'null'),
      (row ->> 'heir')::uuid
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) row
    on conflict (org_id, draft_id, node_id) do update set node = excluded.node, heir = excluded.heir,
      base = case when ${inForce !== null} and ${isUntouched} then excluded.base else n.base end`);
}
