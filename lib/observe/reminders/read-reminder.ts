import "server-only";
import { and, between, desc, eq, isNull, sql } from "drizzle-orm";
import { nudges } from "@/db/schema/development";
import { readRules } from "@/lib/evidence/read-rules";
import { afterQuietHours } from "@/lib/observe/quiet-hours";
import { query } from "@/lib/server/tenant-access";

export type Reminder = { id: string; text: string };

const week = 7 * 86_400_000;

/** Reminders to observe that the person has not seen yet. */
const unseen = (orgId: string, personId: string) => [
  eq(nudges.orgId, orgId),
  eq(nudges.personId, personId),
  eq(nudges.kind, "reminder"),
  isNull(nudges.sentBy),
  isNull(nudges.seenAt),
];

/** This week's reminder to observe, until the viewer has seen it. None in quiet hours: it waits for the next visit after them. */
export const readReminder = query(
  "observation.record",
  async (tx, _: null, { orgId, personId }): Promise<Reminder | null> => {
    if (!personId) return null;
    const now = new Date();
    const { rules } = await readRules(tx, orgId);
    if (afterQuietHours(now, rules.quiet) > now) return null;
    const [row] = await tx
      .select({ id: nudges.id, text: nudges.text })
      .from(nudges)
      .where(and(...unseen(orgId, personId), between(nudges.showFrom, new Date(now.getTime() - week), now)))
      .orderBy(desc(nudges.showFrom))
      .limit(1);
    return row ?? null;
  },
);

/** The viewer has seen it, and with it whatever earlier ones said. No row in the audit log: nothing of anybody's evidence is in it. */
export const noteReminderSeen = query(
  "observation.record",
  async (tx, id: string, { orgId, personId }): Promise<void> => {
    if (!personId) return;
    await tx
      .update(nudges)
      .set({ seenAt: new Date() })
      .where(
        and(
          ...unseen(orgId, personId),
          sql`${nudges.showFrom} <= (select o.show_from from nudges o where o.org_id = ${orgId} and o.person_id = ${personId} and o.id = ${id})`,
        ),
      );
  },
);
