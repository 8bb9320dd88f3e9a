import "server-only";
import { and, desc, eq, inArray, notLike } from "drizzle-orm";
import { digestSends, type digests } from "@/db/schema/sharing";
import { readViewer } from "@/lib/access/read-viewer";
import { inTenant, leaveTrace } from "@/lib/server/tenant-access";
import { type Claim, changeHeld, mostAttempts } from "./claim";
import { buildDigest } from "./content/build-digest";
import { type Digest, isNothing } from "./digest";
import { readRecipient } from "./read-recipient";
import { readSendingSetup } from "./sending-setup";
import { NotSent } from "./transports/transport";
import { transportFor } from "./transports/transport-for";

export type DigestRow = typeof digests.$inferSelect;
/** How the period of a digest somebody asked for begins. */
export const askedFor = "now ";
export type Outcome = { state: "sent" | "nothing_new" | "failed" | "later"; error: string | null };

/**
 * Prepares what a digest says and hands it over, for whoever holds the claim. Before it is handed over that moment is written down; what was
 * handed over is never sent again, so that a crash between sending and saying so loses at most this one and doubles none. `evenNothing` sends
 * it where there is nothing new, because somebody asked for it.
 */
export async function deliver(row: DigestRow, claim: Claim, now: Date, evenNothing = false): Promise<Outcome> {
  const { orgId } = row;
  const change = (values: Parameters<typeof changeHeld>[3]) =>
    inTenant(orgId, (tx) => changeHeld(tx, orgId, claim, values));
  try {
    const to = await readRecipient(row);
    const viewer = to && (await readViewer(orgId, row.userId));
    if (!to || !viewer) throw new NotSent("The user is gone or may not sign in any more", false);
    const digest = await buildDigest({ ...row, viewer, told: await readTold(row) }, now);
    if (isNothing(digest) && !evenNothing) {
      await change({ state: "nothing_new", document: digest });
      return { state: "nothing_new", error: null };
    }
    const send = transportFor(row);
    const app = readSendingSetup().app ?? "";
    const link = (href: string) => `${app}/digest/${claim.id}?to=${encodeURIComponent(href)}`;
    if (!(await change({ document: digest, sentAt: new Date(), error: null }))) return { state: "later", error: null };
    await send({ sendId: claim.id, digest, to, link });
  } catch (error) {
    return fail(row, claim, error);
  }
  await inTenant(orgId, async (tx) => {
    await changeHeld(tx, orgId, claim, { state: "sent" });
    await leaveTrace(tx, { orgId, userId: null }, "digest.send", {
      subject: row.userId,
      detail: { channel: row.channel },
    });
  });
  return { state: "sent", error: null };
}

/** What certainly did not go out is tried again, three times in all; what may have gone out is not. */
async function fail({ orgId }: DigestRow, claim: Claim, cause: unknown): Promise<Outcome> {
  const known = cause instanceof NotSent ? cause : null;
  if (!known) console.error("A digest could not be prepared:", cause);
  const error = known?.message ?? "It could not be prepared: something went wrong on our side";
  const isLast = known?.taken || claim.attempts >= mostAttempts;
  const values = { error, ...(known?.taken ? {} : { sentAt: null }), ...(isLast && { state: "failed" as const }) };
  await inTenant(orgId, (tx) => changeHeld(tx, orgId, claim, values));
  return { state: isLast ? "failed" : "later", error };
}

/** The news of the last digest of a period. One that was asked for between two does not take its news from the next. */
export async function readTold({ orgId, id }: Pick<DigestRow, "orgId" | "id">): Promise<readonly string[]> {
  const [last] = await inTenant(orgId, (tx) =>
    tx
      .select({ document: digestSends.document })
      .from(digestSends)
      .where(
        and(
          eq(digestSends.orgId, orgId),
          eq(digestSends.digestId, id),
          inArray(digestSends.state, ["sent", "nothing_new"]),
          notLike(digestSends.dueFor, `${askedFor}%`),
        ),
      )
      .orderBy(desc(digestSends.claimedAt))
      .limit(1),
  );
  // What `deliver` has written.
  return (last?.document as Digest | undefined)?.news ?? [];
}
