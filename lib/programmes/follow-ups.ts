import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { initiatives } from "@/db/schema/initiatives";
import { programmeItems } from "@/db/schema/programmes";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { requirePlan } from "./own-programme";
import { type SettleFollowUp, settleFollowUpInput } from "./programme-input";
import { type FollowUpKey, followUpItem, followUps } from "./template";

export type PlannedFollowUp = { key: FollowUpKey; title: string; dueOn: string | null };

/**
 * What is measured again of every registered initiative, as (initiative_id, title, key, due_on, state, item_id): after six and twelve months from
 * its first exposure, or from the first day of its follow-up where that is not known yet. The day of a checkpoint somebody has kept is the one it holds.
 */
export const followUpsOf = (orgId: string): SQL => sql`
  select i.id as initiative_id, i.title, k.key, coalesce(p.due_on, (began.on_day + make_interval(months => k.months))::date) as due_on,
    coalesce(p.state, 'open') as state, p.id as item_id
  from initiatives i
  cross join (values ${sql.join(
    followUps.map(({ key, months }) => sql`(${key}, ${months}::int)`),
    sql`, `,
  )}) k (key, months)
  left join programme_items p on p.org_id = i.org_id and p.initiative_id = i.id and p.key = k.key
  cross join lateral (
    select coalesce(
      (select min(exposed_on) from arm_members m where m.org_id = i.org_id and m.initiative_id = i.id and m.arm <> 'control'),
      i.follow_up_from) as on_day
  ) began
  where i.org_id = ${orgId} and i.explores is null and not i.draft`;

/** Those of one initiative that nobody has kept as a checkpoint yet. */
export async function readPlanned(tx: Tx, orgId: string, initiativeId: string): Promise<PlannedFollowUp[]> {
  const { rows } = await tx.execute<{ key: FollowUpKey; dueOn: string | null }>(sql`
    select f.key, f.due_on::text as "dueOn" from (${followUpsOf(orgId)}) f
    where f.initiative_id = ${initiativeId} and f.item_id is null order by f.due_on, f.key`);
  return rows.map((row) => ({ ...row, title: followUpItem(row.key).title }));
}

/**
 * Keeps one that is planned as a checkpoint that is done or dropped; from then on it is changed as every other step. Throws `not-found`, and
 * `conflict` for a draft, an exploration, or where it is a checkpoint already.
 */
export const settleFollowUp = command(
  "programme.edit",
  async (tx, raw: SettleFollowUp, { orgId, userId }, trace): Promise<void> => {
    const { initiativeId, key, state } = parseOrThrow(settleFollowUpInput, raw);
    await requirePlan(tx, initiativeId);
    // Of two at once the second finds what the first has written.
    const own = and(eq(initiatives.orgId, orgId), eq(initiatives.id, initiativeId));
    await tx.select({ id: initiatives.id }).from(initiatives).where(own).for("update");
    const planned = (await readPlanned(tx, orgId, initiativeId)).find((one) => one.key === key);
    if (!planned)
      throw new DomainError("conflict", "This is a checkpoint already, or nothing is planned yet. Look again");
    const settled = { state, settledAt: new Date(), settledBy: userId };
    const item = { ...followUpItem(key), dueOn: planned.dueOn, orgId, initiativeId, createdBy: userId };
    await tx.insert(programmeItems).values({ ...item, ...settled });
    trace.subject = initiativeId;
    trace.detail = { change: `follow-up ${state}`, key };
  },
);
