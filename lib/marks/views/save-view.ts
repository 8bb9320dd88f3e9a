import "server-only";
import { and, eq, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { savedViews } from "@/db/schema/scorecard-marks";
import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import {
  type ChangeView,
  changeViewInput,
  mostViews,
  type RemoveView,
  removeViewInput,
  type SaveView,
  saveViewInput,
} from "./input";

/**
 * Keeps the address of a view under a name of the viewer's own. What it says is read by the page when it is opened, by whoever opens it. Throws
 * `conflict` on a name they have already and where they keep too many.
 */
export const saveView = command("view.save", async (tx, raw: SaveView, viewer, trace): Promise<{ id: string }> => {
  const { query, ...input } = parseOrThrow(saveViewInput, raw);
  const userId = requireUser(viewer);
  const kept = await tx.$count(savedViews, and(eq(savedViews.orgId, viewer.orgId), eq(savedViews.userId, userId)));
  if (kept >= mostViews) throw new DomainError("conflict", `At most ${mostViews} views can be kept. Remove one first`);
  const [row] = await tx
    .insert(savedViews)
    .values({ ...input, query: new URLSearchParams(query).toString(), orgId: viewer.orgId, userId })
    .onConflictDoNothing()
    .returning({ id: savedViews.id });
  if (!row) throw nameTaken(input.name);
  trace.subject = row.id;
  trace.detail = { change: "saved", path: input.path, shared: input.isShared };
  return row;
});

/** Renames a view of the viewer's own, shares it or not, or makes it the first they see. Throws `not-found`, and `conflict` on a name taken. */
export const changeView = command("view.save", async (tx, raw: ChangeView, viewer, trace): Promise<void> => {
  const { id, ...change } = parseOrThrow(changeViewInput, raw);
  const userId = requireUser(viewer);
  const own = await requireOwn(tx, viewer.orgId, userId, id);
  if (change.name !== undefined && change.name !== own.name) await requireFree(tx, own, change.name);
  if (change.isFirst) {
    await tx
      .update(savedViews)
      .set({ isFirst: false })
      .where(and(eq(savedViews.orgId, viewer.orgId), eq(savedViews.userId, userId)));
  }
  const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  if (Object.keys(set).length > 0) await tx.update(savedViews).set(set).where(one(viewer.orgId, id));
  trace.subject = id;
  trace.detail = { change: "changed", what: Object.keys(set) };
});

/** Throws `not-found` where it is not theirs or gone. */
export const removeView = command("view.save", async (tx, raw: RemoveView, viewer, trace): Promise<void> => {
  const { id } = parseOrThrow(removeViewInput, raw);
  await requireOwn(tx, viewer.orgId, requireUser(viewer), id);
  await tx.delete(savedViews).where(one(viewer.orgId, id));
  trace.subject = id;
  trace.detail = { change: "removed" };
});

const one = (orgId: string, id: string) => and(eq(savedViews.orgId, orgId), eq(savedViews.id, id));

function requireUser({ userId }: Viewer): string {
  if (!userId) throw new DomainError("forbidden", "Sign in to keep views");
  return userId;
}

async function requireOwn(tx: Tx, orgId: string, userId: string, id: string) {
  const [own] = await tx
    .select()
    .from(savedViews)
    .where(and(one(orgId, id), eq(savedViews.userId, userId)))
    .for("update");
  if (!own) throw new DomainError("not-found", "This view is not there any more");
  return own;
}

async function requireFree(tx: Tx, { orgId, userId, id }: typeof savedViews.$inferSelect, name: string): Promise<void> {
  const [taken] = await tx
    .select({ id: savedViews.id })
    .from(savedViews)
    .where(
      and(eq(savedViews.orgId, orgId), eq(savedViews.userId, userId), eq(savedViews.name, name), ne(savedViews.id, id)),
    );
  if (taken) throw nameTaken(name);
}

const nameTaken = (name: string) =>
  new DomainError("conflict", `You have a view called ${name} already`, { name: ["Choose another name"] });
