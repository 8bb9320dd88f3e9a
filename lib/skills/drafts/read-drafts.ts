import "server-only";
import { and, desc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/access";
import { draftEdits, taxonomyDrafts } from "@/db/schema/taxonomy-versions";
import { may } from "@/lib/access/policy";
import { query } from "@/lib/server/tenant-access";
import { changesOf, findConflicts } from "@/lib/skills/publishing/find-conflicts";
import { readTreeInForce } from "@/lib/skills/read-tree-in-force";
import { ownersIn, readUserNames } from "@/lib/skills/read-user-names";
import { applyChanges } from "@/lib/skills/tree/apply-changes";
import { compareTrees, type Difference } from "@/lib/skills/tree/compare-trees";
import type { Fault } from "@/lib/skills/tree/fault";
import { type Heirs, heirsOf } from "@/lib/skills/tree/follow-heirs";
import { nameOf } from "@/lib/skills/tree/name-of";
import type { Tree } from "@/lib/skills/tree/node";
import { publishFaults, touchedBy } from "@/lib/skills/tree/publish-faults";
import { validateChanges } from "@/lib/skills/tree/validate-changes";
import { treeAt } from "@/lib/skills/tree-at";
import { readVersionHeirs } from "@/lib/skills/version-heirs";
import type { Conflict, DraftRow } from "./draft";
import { findDraft } from "./find-draft";
import { readHeirs, readOverlay } from "./overlay";

/** `author` is the name of who started it. */
export type ListedDraft = DraftRow & { author: string | null };

/** Open drafts and those in review first, then what became of the others, newest first. */
export const readDrafts = query("skill.comment", async (tx, _: null, { orgId }): Promise<ListedDraft[]> => {
  const rows = await tx
    .select({
      ...getTableColumns(taxonomyDrafts),
      author: users.name,
      changes: sql<number>`(
        select count(*)::int from draft_nodes n
        where n.org_id = ${taxonomyDrafts.orgId} and n.draft_id = ${taxonomyDrafts.id} and n.node is distinct from n.base)`,
    })
    .from(taxonomyDrafts)
    .leftJoin(users, and(eq(users.orgId, taxonomyDrafts.orgId), eq(users.id, taxonomyDrafts.createdBy)))
    .where(eq(taxonomyDrafts.orgId, orgId))
    .orderBy(
      sql`case ${taxonomyDrafts.status} when 'review' then 0 when 'open' then 1 else 2 end`,
      desc(taxonomyDrafts.changedAt),
    )
    .limit(200);
  return rows.map(({ orgId: _orgId, ...row }) => row);
});

export type DraftEdit = { number: number; label: string; madeBy: string | null; madeAt: Date; stands: boolean };

export type DraftPage = {
  draft: DraftRow;
  /** Names by user id, of everybody this page speaks of. */
  users: Record<string, string>;
  /** Against what is in force; of a published draft what its version changed. */
  difference: Difference;
  /** The newest hundred, newest first. */
  edits: DraftEdit[];
  /** All of these empty: it can be published. */
  conflicts: Conflict[];
  faults: Fault[];
  warnings: Fault[];
  /** Node names for faults and warnings. */
  names: Record<string, string>;
  may: { edit: boolean; publish: boolean };
};

/** One draft as a reviewer sees it. Null where there is none of this id. */
export const readDraft = query(
  "skill.comment",
  async (tx, { draftId }: { draftId: string }, { orgId, roles }): Promise<DraftPage | null> => {
    const draft = await findDraft(tx, orgId, draftId);
    if (!draft) return null;
    const edits = await readEdits(tx, orgId, draft);
    const inForce = await readTreeInForce(tx, orgId);
    const stand = draft.publishedAs === null ? await standOf(tx, orgId, draftId, inForce) : nothing;
    const [before, after] =
      draft.publishedAs === null
        ? [inForce, stand.after ?? inForce]
        : [
            await treeAt(tx, orgId, draft.publishedAs - 1, inForce),
            await treeAt(tx, orgId, draft.publishedAs, inForce),
          ];
    const names = await readUserNames(tx, orgId, [
      ...[draft.createdBy, draft.submittedBy, draft.reviewedBy],
      ...edits.map(({ madeBy }) => madeBy),
      ...ownersIn(before.values()),
      ...ownersIn(after.values()),
    ]);
    const heirs = draft.publishedAs === null ? stand.heirs : await readVersionHeirs(tx, orgId, draft.publishedAs);
    const named = [...stand.faults, ...stand.warnings].map(({ nodeId }) => nodeId);
    return {
      draft,
      users: Object.fromEntries(names),
      difference: compareTrees(before, after, names, heirs),
      edits,
      conflicts: stand.conflicts,
      faults: stand.faults,
      warnings: stand.warnings,
      names: Object.fromEntries(
        named.flatMap((id) => {
          const node = after.get(id) ?? before.get(id);
          return node ? [[id, nameOf(after.has(id) ? after : before, node)]] : [];
        }),
      ),
      may: { edit: may(roles, "skill.edit"), publish: may(roles, "skill.publish") },
    };
  },
);

type Stand = { after: Tree | null; heirs: Heirs; conflicts: Conflict[]; faults: Fault[]; warnings: Fault[] };
const nothing: Stand = { after: null, heirs: new Map(), conflicts: [], faults: [], warnings: [] };

/** What stands against publishing the draft as it is. */
async function standOf(tx: Tx, orgId: string, draftId: string, inForce: Tree): Promise<Stand> {
  const overlay = await readOverlay(tx, orgId, draftId);
  const changes = changesOf(inForce, overlay, await readHeirs(tx, orgId, draftId));
  const after = applyChanges(inForce, changes);
  const { faults, warnings } = publishFaults(after, touchedBy(changes));
  return {
    after,
    heirs: heirsOf(changes),
    conflicts: findConflicts(inForce, overlay),
    faults: [...validateChanges(inForce, changes), ...faults],
    warnings,
  };
}

async function readEdits(tx: Tx, orgId: string, { id, standsAt }: DraftRow): Promise<DraftEdit[]> {
  const rows = await tx
    .select({
      number: draftEdits.number,
      label: draftEdits.label,
      madeBy: draftEdits.madeBy,
      madeAt: draftEdits.madeAt,
      stands: sql<boolean>`${draftEdits.number} <= ${standsAt}`,
    })
    .from(draftEdits)
    .where(and(eq(draftEdits.orgId, orgId), eq(draftEdits.draftId, id)))
    .orderBy(desc(draftEdits.number))
    .limit(100);
  return rows;
}
