import "server-only";
import { and, asc, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/access";
import { digestSends, digests } from "@/db/schema/sharing";
import { readRules } from "@/lib/evidence/read-rules";
import { query } from "@/lib/server/tenant-access";
import { claimHolds } from "./claim";
import { askedFor, type DigestRow } from "./deliver";
import { type DigestDesk, isUnopened, type OwnDigest, type OwnSend, type SendState } from "./own-digest";
import { afterQuiet } from "./quiet";
import { type Due, latestDue, mostLate, nextDue } from "./schedule";
import { firstSections, sectionsFor } from "./sections";
import { readSendingSetup, whyNotBy } from "./sending-setup";
import { openWebhook, sealedElsewhere } from "./transports/sealed-webhook";
import { shownWebhook } from "./transports/webhook-address";

/** Of each digest: more than its page shows, and than may be due or in a row. */
const knownSends = 30;

/** The viewer's own digests with what they sent last, and what a new one may be made of. */
export const readDigests = query("digest.edit", async (tx, now: Date, viewer): Promise<DigestDesk> => {
  const { orgId, userId, roles } = viewer;
  const [user] = await tx
    .select({ email: users.email })
    .from(users)
    .where(and(eq(users.orgId, orgId), eq(users.id, userId ?? orgId)));
  const rows = await tx
    .select()
    .from(digests)
    .where(and(eq(digests.orgId, orgId), eq(digests.userId, userId ?? orgId)))
    .orderBy(asc(digests.createdAt), asc(digests.id));
  const sends = await readSends(tx, orgId, rows);
  const { rules } = await readRules(tx, orgId);
  const setup = readSendingSetup();
  const cannot = { email: whyNotBy("email", setup), slack: whyNotBy("slack", setup), teams: whyNotBy("teams", setup) };
  const offered = sectionsFor(roles);
  const email = user?.email ?? "";
  return {
    digests: rows.map((row) => {
      const own = (sends.get(row.id) ?? []).map((send) => shown(send, now));
      const { id, revision, channel, cadence, day, hour, timeZone, quietFrom, quietTo } = row;
      const webhook = row.webhook && openWebhook(orgId, row.webhook);
      const cannotSend = cannot[channel] ?? (channel !== "email" && webhook === null ? sealedElsewhere : null);
      const schedule = { cadence, day, hour, timeZone, quietFrom, quietTo };
      return {
        id,
        revision,
        channel,
        ...schedule,
        to: channel === "email" ? email : shownWebhook(webhook),
        sections: offered.filter((section) => row.sections.includes(section)),
        paused: row.pausedAt !== null,
        next: row.pausedAt ? null : nextOf(row, cannotSend === null, own, now).toISOString(),
        waitsForQuiet: isQuietThen(row, now),
        cannot: cannotSend,
        unopened: isUnopened(own, now),
        sends: own,
      } satisfies OwnDigest;
    }),
    offered,
    first: firstSections(roles),
    email,
    cannot,
    timeZone: rules.quiet.timeZone,
  };
});

type SendRow = typeof digestSends.$inferSelect;

/** The latest of each digest, whatever another one has sent. */
async function readSends(tx: Tx, orgId: string, rows: readonly DigestRow[]): Promise<Map<string, SendRow[]>> {
  const found = new Map<string, SendRow[]>();
  for (const { id } of rows) {
    const own = await tx
      .select()
      .from(digestSends)
      .where(and(eq(digestSends.orgId, orgId), eq(digestSends.digestId, id)))
      .orderBy(desc(digestSends.claimedAt), desc(digestSends.id))
      .limit(knownSends);
    found.set(id, own);
  }
  return found;
}

/** What is due and nobody has taken goes out with the next quarter of an hour; else the next one that is due and was not sent. */
function nextOf(row: DigestRow, goesOut: boolean, sends: readonly OwnSend[], now: Date): Date {
  const isTaken = ({ dueFor }: Due) => sends.some((send) => send.dueFor === dueFor);
  const latest = latestDue(row, now);
  const isOpen = goesOut && latest.at >= row.createdAt && now.getTime() - latest.at.getTime() <= mostLate;
  if (isOpen && !isTaken(latest)) return afterQuiet(now, row);
  let next = nextDue(row, now);
  while (isTaken(next)) next = nextDue(row, next.at);
  return afterQuiet(next.at, row);
}

function isQuietThen(row: DigestRow, now: Date): boolean {
  const { at } = nextDue(row, now);
  return afterQuiet(at, row) > at;
}

function shown({ id, dueFor, state, error, claimedAt, sentAt, openedAt }: SendRow, now: Date): OwnSend {
  const held = now.getTime() - claimedAt.getTime() < claimHolds;
  const without: SendState = sentAt && !held ? "handed-over" : "waiting";
  return {
    id,
    dueFor,
    asked: dueFor.startsWith(askedFor),
    state: state ?? without,
    error,
    at: (sentAt ?? claimedAt).toISOString(),
    openedAt: openedAt?.toISOString() ?? null,
  };
}
