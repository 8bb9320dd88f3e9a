import "server-only";
import { may } from "@/lib/access/policy";
import { query } from "@/lib/server/tenant-access";
import type { TaxonomyNode } from "@/lib/skills/tree/node";
import type { DraftRow } from "./drafts/draft";
import { findDraft } from "./drafts/find-draft";
import { layOver, readOverlay } from "./drafts/overlay";
import { countOpenComments } from "./read-comments";
import { readTaxonomyVersion } from "./read-taxonomy-version";
import { readTreeInForce } from "./read-tree-in-force";
import { type NodeUsage, readUsage } from "./read-usage";
import { ownersIn, readUserNames } from "./read-user-names";

export type Taxonomy = {
  nodes: TaxonomyNode[];
  /** Of what is in force; null before anything was published or imported. */
  version: number | null;
  /** The draft whose tree `nodes` is. */
  draft: DraftRow | null;
  /** Nodes the draft changes, with what is in force in their place (null: it adds them). */
  changed: { id: string; inForce: TaxonomyNode | null }[];
  /** Users who own a role or a skill, by name. */
  owners: { id: string; name: string }[];
  /** By node; a node without people behind it has no entry. */
  usage: Record<string, NodeUsage>;
  /** By node: comments nobody has settled; for those who may comment. */
  openComments: Record<string, number>;
};

/**
 * The taxonomy in force or, with `draftId`, as a draft has it, for those who may comment on drafts. Null where there is no such draft.
 */
export const readTaxonomy = query(
  "skill.read",
  async (tx, { draftId }: { draftId?: string | undefined }, { orgId, roles }): Promise<Taxonomy | null> => {
    const isInside = may(roles, "skill.comment");
    const draft = draftId && isInside ? await findDraft(tx, orgId, draftId) : null;
    if (draftId && !draft) return null;
    const inForce = await readTreeInForce(tx, orgId);
    const overlay = draft ? await readOverlay(tx, orgId, draft.id) : new Map();
    const nodes = [...layOver(inForce, overlay).values()];
    const named = await readUserNames(tx, orgId, ownersIn([...nodes, ...inForce.values()]));
    return {
      nodes,
      version: await readTaxonomyVersion(tx, orgId),
      draft,
      changed: [...overlay.keys()].map((id) => ({ id, inForce: inForce.get(id) ?? null })),
      owners: [...named].map(([id, name]) => ({ id, name })),
      usage: await readUsage(tx, orgId),
      openComments: isInside ? await countOpenComments(tx, orgId) : {},
    };
  },
);
