import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, moment, orgId, tenantOnly } from "./tenant";

/** A page to read for somebody without an account: what it shows is frozen when it is made, scrubbed of names. */
export const shareLinks = pgTable(
  "share_links",
  {
    id: id(),
    orgId: orgId(),
    tokenHash: text("token_hash").notNull(),
    title: text("title").notNull(),
    /** What it shows, as every report is drawn from it. */
    document: jsonb("document").notNull(),
    expiresAt: moment("expires_at").notNull(),
    revokedAt: moment("revoked_at"),
    openings: integer("openings").notNull().default(0),
    lastOpenedAt: moment("last_opened_at"),
    createdBy: uuid("created_by").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "share_links_pk", columns: [t.orgId, t.id] }),
    unique("share_links_token").on(t.orgId, t.tokenHash),
    tenantOnly(),
  ],
);

export const digestChannels = ["email", "slack", "teams"] as const;
export const digestCadences = ["weekly", "monthly"] as const;
export const digestStates = ["sent", "failed", "nothing_new"] as const;

/** What somebody wants to be told, how often and where. */
export const digests = pgTable(
  "digests",
  {
    id: id(),
    orgId: orgId(),
    userId: uuid("user_id").notNull(),
    channel: text("channel", { enum: digestChannels }).notNull(),
    /** Where a Slack or Teams message goes, sealed (`lib/server/sealed.ts`); an e-mail goes to the user's own address. */
    webhook: text("webhook"),
    cadence: text("cadence", { enum: digestCadences }).notNull(),
    /** 1 (Monday) to 7 of a weekly one, 1 to 28 of a monthly one. */
    day: integer("day").notNull(),
    hour: integer("hour").notNull(),
    timeZone: text("time_zone").notNull(),
    /** Hours between which nothing is sent; equal: none. */
    quietFrom: integer("quiet_from").notNull(),
    quietTo: integer("quiet_to").notNull(),
    sections: jsonb("sections").$type<string[]>().notNull(),
    pausedAt: moment("paused_at"),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "digests_pk", columns: [t.orgId, t.id] }),
    unique("digests_once").on(t.orgId, t.userId, t.channel, t.webhook).nullsNotDistinct(),
    tenantOnly(),
  ],
);

/** A digest of one period: claimed before it is sent, so that it goes out once. */
export const digestSends = pgTable(
  "digest_sends",
  {
    id: id(),
    orgId: orgId(),
    digestId: uuid("digest_id").notNull(),
    /** The period it is of: `2026-W47`, `2026-11`. */
    dueFor: text("due_for").notNull(),
    state: text("state", { enum: digestStates }),
    attempts: integer("attempts").notNull().default(0),
    error: text("error"),
    /** What it said. */
    document: jsonb("document"),
    claimedAt: moment("claimed_at").notNull().defaultNow(),
    sentAt: moment("sent_at"),
    openedAt: moment("opened_at"),
  },
  (t) => [
    primaryKey({ name: "digest_sends_pk", columns: [t.orgId, t.id] }),
    unique("digest_sends_once").on(t.orgId, t.digestId, t.dueFor),
    index("digest_sends_digest").on(t.orgId, t.digestId),
    foreignKey({
      name: "digest_sends_digest_fk",
      columns: [t.orgId, t.digestId],
      foreignColumns: [digests.orgId, digests.id],
    }).onDelete("cascade"),
    tenantOnly(),
  ],
);
