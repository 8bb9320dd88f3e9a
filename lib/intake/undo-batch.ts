import "server-only";
import { eq, sql } from "drizzle-orm";
import { importBatches } from "@/db/schema/imports";
import { DomainError } from "@/lib/errors";
import { runSignalsLater } from "@/lib/evidence/signals/run-signals-later";
import { forgetPrepared } from "@/lib/prepared/stored-answer";
import { rebuildRollups, refreshRollups } from "@/lib/rollups/refresh-rollups";
import { prepareTouched } from "@/lib/rollups/touched";
import { command } from "@/lib/server/tenant-access";
import { keepStruck } from "./facts/keep-struck";
import { importLock } from "./in-import";
import { keepUndoneVersion } from "./taxonomy/keep-version";
import { followHeirs } from "./undo/follow-heirs";
import { keepSetSince } from "./undo/keep-set-since";
import { refuseBuiltOn } from "./undo/refuse-built-on";
import { removeAdded } from "./undo/remove-added";
import { removeFacts } from "./undo/remove-facts";
import { restoreBefore } from "./undo/restore-before";
import { touchUndone } from "./undo/touch-undone";

/**
 * Takes an import back: what it added goes, what it replaced returns, the rollups follow; the batch stays in the history as undone.
 * Labels it was the first to name (units, tasks, activities ...) stay where others use them by now.
 * @throws DomainError `not-found`; `conflict` when it is not a finished import, when another import runs, or, naming it, when a
 * later import builds on it.
 */
export const undoBatch = command(
  "data.undo",
  async (tx, { batchId }: { batchId: string }, viewer, trace): Promise<void> => {
    const { orgId } = viewer;
    await tx.execute(sql`set local timezone = 'UTC'`);
    const [batch] = await tx.select().from(importBatches).where(eq(importBatches.id, batchId)).for("update");
    if (!batch) throw new DomainError("not-found", "This import does not exist");
    if (batch.status === "undone") throw new DomainError("conflict", "This import was undone already");
    if (batch.status !== "done") throw new DomainError("conflict", "Only an import that was finished can be undone");
    const { rows } = await tx.execute<{ free: boolean }>(sql`
    select pg_try_advisory_xact_lock(${importLock}, hashtext(${orgId})) as free`);
    if (!rows[0]?.free) throw new DomainError("conflict", "An import is running. Undo this one when it has finished");
    await refuseBuiltOn(tx, orgId, batch);

    await forgetPrepared(tx, orgId);
    await prepareTouched(tx);
    await touchUndone(tx, orgId, batch);
    await removeFacts(tx, orgId, batch);
    const takeBack = async () => {
      await restoreBefore(tx, orgId, batchId);
      if (batch.kind === "observations") await keepStruck(tx, orgId);
      if (batch.kind === "activities") await followHeirs(tx, orgId);
      await removeAdded(tx, orgId, batchId);
    };
    await (batch.kind === "skills"
      ? keepUndoneVersion(tx, viewer, batch, () => keepSetSince(tx, orgId, batch, takeBack))
      : takeBack());
    await tx
      .update(importBatches)
      .set({ status: "undone", undoneBy: viewer.userId, undoneAt: sql`now()` })
      .where(eq(importBatches.id, batchId));
    const concernsAll = batch.kind === "skills" || batch.kind === "activities" || batch.kind === "kpis";
    await (concernsAll ? rebuildRollups(tx, orgId) : refreshRollups(tx, orgId));
    if (batch.kind === "work_events" || batch.kind === "kpi") await runSignalsLater(tx, orgId);
    trace.subject = batchId;
    trace.detail = { kind: batch.kind, added: batch.added, corrected: batch.corrected };
  },
);
