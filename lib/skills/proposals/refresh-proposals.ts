import "server-only";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { taxonomyDrafts, taxonomyProposals } from "@/db/schema/taxonomy-versions";
import { command, inTenant } from "@/lib/server/tenant-access";
import { findCandidates } from "./find-candidates";
import { type Candidate, hasChanged } from "./proposal";

export type Refreshed = { open: number; added: number; gone: number };

/** Looks at the evidence again, because somebody asked. */
export const refreshProposals = command("skill.edit", async (tx, _: null, { orgId }, trace): Promise<Refreshed> => {
  const refreshed = await bringUpToDate(tx, orgId);
  trace.detail = { step: "proposals", ...refreshed };
  return refreshed;
});

/** As `refreshProposals`, at night and for every organisation. One that fails does not keep the others from theirs. */
export async function refreshAllProposals(orgIds: readonly string[]): Promise<void> {
  const failed: unknown[] = [];
  for (const orgId of orgIds)
    await inTenant(orgId, (tx) => bringUpToDate(tx, orgId)).catch((error: unknown) => failed.push(error));
  if (failed.length > 0) throw new AggregateError(failed, "Proposals of some organisations could not be computed");
}

/**
 * One open proposal per node and kind: new ones are written, those that stand get the figures of today, those the evidence no longer speaks for are gone. What was
 * dismissed or taken stays so until its figures change materially (`hasChanged`), or the draft it was taken into is discarded. Doing it twice is doing it once.
 */
async function bringUpToDate(tx: Tx, orgId: string): Promise<Refreshed> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`proposals ${orgId}`}, 0))`);
  const candidates = await findCandidates(tx, orgId);
  const known = await readLatest(tx, orgId);
  const now = new Set(candidates.map(keyOf));
  const fresh: Candidate[] = [];
  for (const candidate of candidates) {
    const row = known.get(keyOf(candidate));
    if (row?.status === "open")
      await tx
        .update(taxonomyProposals)
        .set({ figures: candidate.figures })
        .where(and(eq(taxonomyProposals.orgId, orgId), eq(taxonomyProposals.id, row.id)));
    else if (!row || row.status === "gone" || row.draft === "discarded" || hasChanged(row.figures, candidate.figures))
      fresh.push(candidate);
  }
  if (fresh.length > 0)
    await tx
      .insert(taxonomyProposals)
      .values(fresh.map(({ kind, nodeId, figures }) => ({ orgId, kind, nodeId, figures })));
  const gone = [...known].filter(([key, { status }]) => status === "open" && !now.has(key)).map(([, { id }]) => id);
  if (gone.length > 0)
    await tx
      .update(taxonomyProposals)
      .set({ status: "gone", decidedAt: sql`now()` })
      .where(and(eq(taxonomyProposals.orgId, orgId), inArray(taxonomyProposals.id, gone)));
  const open = [...known].filter(([key, { status }]) => status === "open" && now.has(key)).length + fresh.length;
  return { open, added: fresh.length, gone: gone.length };
}

const keyOf = ({ kind, nodeId }: Pick<Candidate, "kind" | "nodeId">) => `${kind} ${nodeId}`;

async function readLatest(tx: Tx, orgId: string) {
  const rows = await tx
    .selectDistinctOn([taxonomyProposals.kind, taxonomyProposals.nodeId], {
      id: taxonomyProposals.id,
      kind: taxonomyProposals.kind,
      nodeId: taxonomyProposals.nodeId,
      status: taxonomyProposals.status,
      figures: taxonomyProposals.figures,
      draft: taxonomyDrafts.status,
    })
    .from(taxonomyProposals)
    .leftJoin(
      taxonomyDrafts,
      and(eq(taxonomyDrafts.orgId, taxonomyProposals.orgId), eq(taxonomyDrafts.id, taxonomyProposals.draftId)),
    )
    .where(eq(taxonomyProposals.orgId, orgId))
    .orderBy(
      taxonomyProposals.kind,
      taxonomyProposals.nodeId,
      sql`${taxonomyProposals.status} = 'open' desc`,
      desc(taxonomyProposals.proposedAt),
    );
  return new Map(rows.map((row) => [keyOf(row), row]));
}
