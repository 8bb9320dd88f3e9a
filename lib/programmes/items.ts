import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { programmeItems } from "@/db/schema/programmes";
import { frictionPoints } from "@/db/schema/workflows";
import type { Entry } from "@/lib/entry";
import { DomainError } from "@/lib/errors";
import { findEntry, withEntryId } from "@/lib/server/find-entry";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { kindsOf } from "./kinds";
import { lockItem, lockProgramme, requireUser } from "./own-programme";
import {
  type AddItem,
  addItemInput,
  type ChangeItem,
  changeItemInput,
  detailInputs,
  type KindDetail,
  type SettleItem,
  settleItemInput,
} from "./programme-input";

/**
 * Adds something to a part of a programme; the same sent again is added once. Throws `not-found` and `invalid-input` (a kind that does not belong
 * there, somebody or something that is gone).
 */
export const addItem = command(
  "programme.edit",
  async (tx, raw: Entry<AddItem>, { orgId, userId }, trace): Promise<{ id: string }> => {
    const { entryId, note, ...item } = parseOrThrow(addItemInput, withEntryId(raw));
    const entry = { ...item, id: entryId, note: note || null };
    const kept = await findEntry(tx, { orgId, userId }, trace, {
      table: programmeItems,
      madeBy: "createdBy",
      entry,
    });
    if (kept) return { id: kept.id };
    await lockProgramme(tx, orgId, item.initiativeId);
    if (!kindsOf[item.part].includes(item.kind)) {
      throw new DomainError("invalid-input", "This does not belong to these days", { kind: ["Choose another kind"] });
    }
    await requireUser(tx, orgId, "ownerId", item.ownerId);
    await requireFriction(tx, orgId, item);
    const own = and(eq(programmeItems.orgId, orgId), eq(programmeItems.initiativeId, item.initiativeId));
    const position = await tx.$count(programmeItems, own);
    const [row] = await tx
      .insert(programmeItems)
      .values({ ...entry, orgId, position, createdBy: userId })
      .returning({ id: programmeItems.id });
    if (!row) throw new Error("The item was not written");
    trace.subject = item.initiativeId;
    trace.detail = { change: "item added", part: item.part, kind: item.kind, item: row.id };
    return row;
  },
);

/** Changes an item. Throws `not-found`, `invalid-input`, and `conflict` where somebody changed it since it was seen. */
export const changeItem = command("programme.edit", async (tx, raw: ChangeItem, { orgId }, trace): Promise<void> => {
  const input = parseOrThrow(changeItemInput, raw);
  const { id, revision, title, note, dueOn, ownerId, detail } = input;
  const found = await lockItem(tx, orgId, { id, revision });
  if (found.kind !== input.kind) throw new DomainError("invalid-input", "The kind of an item stays as it is");
  if (found.ownerId !== ownerId) await requireUser(tx, orgId, "ownerId", ownerId);
  await requireFriction(tx, orgId, input);
  await tx
    .update(programmeItems)
    .set({ title, dueOn, ownerId, detail, note: note || null, revision: sql`${programmeItems.revision} + 1` })
    .where(and(eq(programmeItems.orgId, orgId), eq(programmeItems.id, id)));
  trace.subject = found.initiativeId;
  trace.detail = { change: "item changed", item: id };
});

/**
 * Ticks an item, drops it or opens it again. Throws `not-found`; `conflict` where somebody changed it since it was seen, or it is an asset
 * that is not yet concise, role-specific and action-oriented.
 */
export const settleItem = command(
  "programme.edit",
  async (tx, raw: SettleItem, { orgId, userId }, trace): Promise<void> => {
    const { id, revision, state } = parseOrThrow(settleItemInput, raw);
    const found = await lockItem(tx, orgId, { id, revision });
    if (state === "done" && found.kind === "asset") requireQuality(found.detail);
    const isOpen = state === "open";
    await tx
      .update(programmeItems)
      .set({
        state,
        settledAt: isOpen ? null : new Date(),
        settledBy: isOpen ? null : userId,
        revision: sql`${programmeItems.revision} + 1`,
      })
      .where(and(eq(programmeItems.orgId, orgId), eq(programmeItems.id, id)));
    trace.subject = found.initiativeId;
    trace.detail = { change: `item ${isOpen ? "opened again" : state}`, item: id, key: found.key };
  },
);

function requireQuality(detail: unknown): void {
  const { concise, roleSpecific, actionOriented } = detailInputs.asset.parse(detail);
  const lacks = [
    concise ? [] : ["concise"],
    roleSpecific ? [] : ["role-specific"],
    actionOriented ? [] : ["action-oriented"],
  ].flat();
  if (lacks.length > 0) {
    throw new DomainError("conflict", `This asset is not yet ${lacks.join(" or ")}. Edit it and say so when it is`);
  }
}

async function requireFriction(tx: Tx, orgId: string, item: KindDetail): Promise<void> {
  if (item.kind !== "interview" || item.detail.frictionId === null) return;
  const own = and(eq(frictionPoints.orgId, orgId), eq(frictionPoints.id, item.detail.frictionId));
  if ((await tx.$count(frictionPoints, own)) > 0) return;
  const message = "This friction point is not there any more";
  throw new DomainError("invalid-input", message, { detail: [message] });
}
