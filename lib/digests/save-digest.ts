import "server-only";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { digests } from "@/db/schema/sharing";
import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";
import { isRepeat } from "@/lib/server/is-repeat";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type DigestInput, digestInput } from "./input";
import { sectionsFor } from "./sections";
import { readSendingSetup } from "./sending-setup";
import { openWebhook, sealedElsewhere, sealWebhook } from "./transports/sealed-webhook";
import { faultOfWebhook } from "./transports/webhook-address";

const mostDigests = 6;

/**
 * Sets up a digest of the viewer's own, or changes one. The webhook's address is stored sealed and never shown again.
 * @throws DomainError `invalid-input`, `not-found` for one that is not the viewer's, `conflict` where it was changed meanwhile or goes there already
 */
export const saveDigest = command(
  "digest.edit",
  async (tx, raw: z.input<typeof digestInput>, viewer, trace): Promise<{ id: string }> => {
    const input = parseOrThrow(digestInput, raw);
    requireSections(input, viewer);
    const kept = input.id === null ? null : await requireOwn(tx, viewer, input.id);
    const webhook = webhookOf(viewer.orgId, input, kept?.webhook ?? null);
    const id = kept
      ? await change(tx, viewer.orgId, kept, { ...input, webhook })
      : await add(tx, viewer, input, webhook);
    trace.subject = id;
    trace.detail = { change: kept ? "changed" : "set up", channel: input.channel, cadence: input.cadence };
    return { id };
  },
);

/** One of the viewer's own. Somebody else's is not there. */
export async function requireOwn(tx: Tx, { orgId, userId }: Viewer, id: string) {
  const [found] = await tx
    .select()
    .from(digests)
    .where(and(eq(digests.orgId, orgId), eq(digests.id, id), eq(digests.userId, userId ?? orgId)))
    .for("update");
  if (!found) throw new DomainError("not-found", "This digest is not there any more");
  return found;
}

function requireSections({ sections }: DigestInput, { roles }: Viewer): void {
  const offered = sectionsFor(roles);
  if (sections.every((id) => offered.includes(id))) return;
  throw new DomainError("invalid-input", "Some fields need another look", {
    sections: ["Your role does not include one of these"],
  });
}

/** What is stored of where it goes: an address that was typed, or the one that is kept as it is. */
function webhookOf(orgId: string, { channel, webhook }: DigestInput, kept: string | null): string | null {
  if (channel === "email") return null;
  const address = webhook || (kept && openWebhook(orgId, kept));
  const fault = address
    ? faultOfWebhook(address, readSendingSetup().allowLocal)
    : kept
      ? sealedElsewhere
      : "Paste the address of the webhook";
  if (fault) throw new DomainError("invalid-input", "Some fields need another look", { webhook: [fault] });
  return webhook ? sealWebhook(orgId, webhook) : kept;
}

type Kept = { id: string; revision: number };

async function change(tx: Tx, orgId: string, kept: Kept, { id: _, revision, ...values }: DigestInput): Promise<string> {
  if (kept.revision !== revision)
    throw new DomainError(
      "conflict",
      "This digest was changed somewhere else since. Load the page again; nothing was changed",
    );
  await tx
    .update(digests)
    .set({ ...values, revision: kept.revision + 1 })
    .where(and(eq(digests.orgId, orgId), eq(digests.id, kept.id)))
    .catch(taken);
  return kept.id;
}

async function add(tx: Tx, { orgId, userId }: Viewer, input: DigestInput, webhook: string | null): Promise<string> {
  if (!userId) throw new DomainError("forbidden", "A digest belongs to somebody who can sign in");
  const own = await tx.$count(digests, and(eq(digests.orgId, orgId), eq(digests.userId, userId)));
  if (own >= mostDigests)
    throw new DomainError("conflict", `At most ${mostDigests} digests a person; remove one first`);
  const { id: _, revision: __, ...values } = input;
  const [row] = await tx
    .insert(digests)
    .values({ ...values, webhook, orgId, userId })
    .returning({ id: digests.id })
    .catch(taken);
  return row?.id ?? "";
}

function taken(error: unknown): never {
  if (!isRepeat(error)) throw error;
  throw new DomainError("conflict", "You have a digest that goes there already. Change that one");
}
