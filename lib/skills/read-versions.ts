import "server-only";
import { and, desc, eq, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/access";
import { importBatches } from "@/db/schema/imports";
import { taxonomyDrafts, taxonomyVersions } from "@/db/schema/taxonomy-versions";
import { query } from "@/lib/server/tenant-access";
import { compareTrees, type Difference } from "@/lib/skills/tree/compare-trees";
import type { TaxonomyNode } from "@/lib/skills/tree/node";
import { readTaxonomyVersion } from "./read-taxonomy-version";
import { ownersIn, readUserNames } from "./read-user-names";
import { treeAt } from "./tree-at";
import { readVersionHeirs } from "./version-heirs";

export type VersionRow = {
  number: number;
  note: string;
  origin: "draft" | "import" | "undo" | "rollback";
  publishedAt: Date;
  publishedBy: string | null;
  /** Of a draft: who submitted it, and whether the same person published it. */
  preparedBy: string | null;
  sameReviewer: boolean;
  draftId: string | null;
  draftTitle: string | null;
  batchId: string | null;
  fileName: string | null;
  backTo: number | null;
  counts: { added: number; changed: number; removed: number };
};

const page = 50;

/** Newest first, fifty at a time; `before` is the last number of the page before. */
export const readVersions = query(
  "skill.read",
  async (
    tx,
    { before }: { before?: number | undefined },
    { orgId },
  ): Promise<{ versions: VersionRow[]; more: boolean }> => {
    const rows = await selectVersions(
      tx,
      orgId,
      before === undefined ? undefined : lt(taxonomyVersions.number, before),
    );
    return { versions: rows.slice(0, page), more: rows.length > page };
  },
);

/** One version with what it changed. `latest` is the number in force. Null where there is none of this number. */
export const readVersion = query(
  "skill.read",
  async (
    tx,
    { number }: { number: number },
    { orgId },
  ): Promise<{ version: VersionRow; difference: Difference; latest: number } | null> => {
    const [version] = await selectVersions(tx, orgId, eq(taxonomyVersions.number, number));
    const latest = await readTaxonomyVersion(tx, orgId);
    if (!version || latest === null) return null;
    const after = await treeAt(tx, orgId, number);
    const before = await treeAt(tx, orgId, number - 1);
    const owners = await readUserNames(tx, orgId, [...ownersIn(before.values()), ...ownersIn(after.values())]);
    return {
      version,
      difference: compareTrees(before, after, owners, await readVersionHeirs(tx, orgId, number)),
      latest,
    };
  },
);

/** The nodes as version `number` had them (0: before version 1). Null where there is none of this number. */
export const readTreeAt = query(
  "skill.read",
  async (tx, { number }: { number: number }, { orgId }): Promise<TaxonomyNode[] | null> => {
    const latest = await readTaxonomyVersion(tx, orgId);
    if (!Number.isInteger(number) || number < 0 || latest === null || number > latest) return null;
    return [...(await treeAt(tx, orgId, number)).values()];
  },
);

async function selectVersions(tx: Tx, orgId: string, which: ReturnType<typeof eq> | undefined): Promise<VersionRow[]> {
  const publisher = alias(users, "publisher");
  const author = alias(users, "author");
  return tx
    .select({
      number: taxonomyVersions.number,
      note: taxonomyVersions.note,
      origin: taxonomyVersions.origin,
      publishedAt: taxonomyVersions.publishedAt,
      publishedBy: publisher.name,
      preparedBy: author.name,
      sameReviewer: sql<boolean>`coalesce(${taxonomyDrafts.submittedBy} = ${taxonomyVersions.publishedBy}, false)`,
      draftId: taxonomyVersions.draftId,
      draftTitle: taxonomyDrafts.title,
      batchId: taxonomyVersions.batchId,
      fileName: importBatches.fileName,
      backTo: taxonomyVersions.backTo,
      counts: sql<VersionRow["counts"]>`(
        select json_build_object(
          'added', count(*) filter (where c -> 'before' = 'null'),
          'removed', count(*) filter (where c -> 'after' = 'null'),
          'changed', count(*) filter (where c -> 'before' <> 'null' and c -> 'after' <> 'null'))
        from jsonb_array_elements(${taxonomyVersions.changes}) c)`,
    })
    .from(taxonomyVersions)
    .leftJoin(
      publisher,
      and(eq(publisher.orgId, taxonomyVersions.orgId), eq(publisher.id, taxonomyVersions.publishedBy)),
    )
    .leftJoin(
      taxonomyDrafts,
      and(eq(taxonomyDrafts.orgId, taxonomyVersions.orgId), eq(taxonomyDrafts.id, taxonomyVersions.draftId)),
    )
    .leftJoin(author, and(eq(author.orgId, taxonomyDrafts.orgId), eq(author.id, taxonomyDrafts.submittedBy)))
    .leftJoin(
      importBatches,
      and(eq(importBatches.orgId, taxonomyVersions.orgId), eq(importBatches.id, taxonomyVersions.batchId)),
    )
    .where(and(eq(taxonomyVersions.orgId, orgId), which))
    .orderBy(desc(taxonomyVersions.number))
    .limit(page + 1);
}
