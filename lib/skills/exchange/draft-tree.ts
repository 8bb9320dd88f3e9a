import "server-only";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/access";
import { layOver, readOverlay } from "@/lib/skills/drafts/overlay";
import { requireDraft, requireStatus } from "@/lib/skills/drafts/require-draft";
import { readTreeInForce } from "@/lib/skills/read-tree-in-force";
import type { Tree } from "@/lib/skills/tree/node";

/** The taxonomy that nodes would be taken into, and where a draft of it stands. @throws DomainError when there is no such draft, or it is not open */
export async function readTarget(tx: Tx, orgId: string, draftId: string | null): Promise<{ tree: Tree; at: number }> {
  const inForce = await readTreeInForce(tx, orgId);
  if (!draftId) return { tree: inForce, at: 0 };
  const draft = await requireDraft(tx, orgId, draftId);
  requireStatus(draft, "open");
  return { tree: layOver(inForce, await readOverlay(tx, orgId, draftId)), at: draft.standsAt };
}

/** User ids by address in lower case, and names by id. */
export async function readOwners(tx: Tx) {
  const rows = await tx.select({ id: users.id, email: users.email, name: users.name }).from(users);
  return {
    byAddress: new Map(rows.map(({ id, email }) => [email.toLowerCase(), id])),
    names: new Map(rows.map(({ id, name }) => [id, name])),
  };
}
