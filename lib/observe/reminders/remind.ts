import "server-only";
import { and, eq, gte, isNull } from "drizzle-orm";
import type { JobHelpers } from "graphile-worker";
import type { Tx } from "@/db/client";
import { nudges } from "@/db/schema/development";
import { readRules } from "@/lib/evidence/read-rules";
import { afterQuietHours } from "@/lib/observe/quiet-hours";
import { roundOf } from "@/lib/observe/read-round";
import { inTenant } from "@/lib/server/tenant-access";

type Observer = { orgId: string; userId: string; personId: string };

const week = 7 * 86_400_000;

/**
 * The daily job: reminds every manager who has something to observe and was not reminded for a week. One whose round cannot be read does
 * not keep the others from theirs. `query` sees every organisation.
 */
export async function remindObservers(_: unknown, { query }: Pick<JobHelpers, "query">): Promise<void> {
  const { rows } = await query<Observer>(`
    select distinct u.org_id as "orgId", u.id as "userId", u.person_id as "personId"
    from users u join memberships m on m.org_id = u.org_id and m.user_id = u.id and m.role = 'manager'
    where u.person_id is not null and u.disabled_at is null order by 1, 2`);
  const failed: unknown[] = [];
  for (const observer of rows)
    await inTenant(observer.orgId, (tx) => remindObserver(tx, observer, new Date())).catch((error: unknown) =>
      failed.push(error),
    );
  if (failed.length > 0) throw new AggregateError(failed, "Some managers could not be reminded");
}

/**
 * A reminder on the manager's own page, shown outside quiet hours. None where nothing is due or one was sent within a week.
 * @returns whether one was sent
 */
export async function remindObserver(tx: Tx, { orgId, userId, personId }: Observer, now: Date): Promise<boolean> {
  const lately = await tx.$count(
    nudges,
    and(
      eq(nudges.orgId, orgId),
      eq(nudges.personId, personId),
      eq(nudges.kind, "reminder"),
      isNull(nudges.sentBy),
      gte(nudges.sentAt, new Date(now.getTime() - week)),
    ),
  );
  if (lately > 0) return false;
  const round = await roundOf(tx, { orgId, userId, personId });
  const due = round.cards.filter((card) => card.answered === null).length;
  if (due === 0) return false;
  const { rules } = await readRules(tx, orgId);
  const text =
    due === 1
      ? "One observation is due this week."
      : `${due} observations are due this week; ${Math.min(due, round.sitting)} at a time take about two minutes.`;
  const showFrom = afterQuietHours(now, rules.quiet);
  await tx.insert(nudges).values({ orgId, personId, kind: "reminder", text, showFrom, sentAt: now });
  return true;
}
