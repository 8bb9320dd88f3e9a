import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";
import { command } from "@/lib/server/tenant-access";
import { type Claim, claimSending } from "./claim";
import { askedFor, type DigestRow, deliver, type Outcome } from "./deliver";
import { requireOwn } from "./save-digest";

const mostADay = 3;

type Claimed = { row: DigestRow; claim: Claim };

const claimNow = command(
  "digest.edit",
  async (tx, { id, now }: { id: string; now: Date }, viewer, trace): Promise<Claimed> => {
    const row = await requireOwn(tx, viewer, id);
    trace.subject = id;
    trace.detail = { change: "asked for one now", channel: row.channel };
    for (let nth = 1; nth <= mostADay; nth += 1) {
      const dueFor = `${askedFor}${now.toISOString().slice(0, 10)} ${nth}`;
      const claim = await claimSending(tx, { orgId: viewer.orgId, digestId: id, dueFor }, now);
      if (claim) return { row, claim: { ...claim, attempts: Number.POSITIVE_INFINITY } };
    }
    throw new DomainError("conflict", `${mostADay} a day can be asked for. The next one goes out as it is set up`);
  },
);

/**
 * Sends the viewer one of their own digests now, quiet hours or not: what the next one would say. At most three a day of each digest, and none
 * is tried again by itself. @throws DomainError `not-found`, or `conflict` where there were three today
 */
export async function sendNow(viewer: Viewer, { id }: { id: string }): Promise<Outcome> {
  const now = new Date();
  const { row, claim } = await claimNow(viewer, { id, now });
  return deliver(row, claim, now, true);
}
