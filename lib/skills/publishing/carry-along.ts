import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Followed } from "@/db/schema/taxonomy-versions";
import { heirOf } from "@/lib/skills/tree/follow-heirs";
import { heirsInForce } from "./heirs-in-force";
import { moveFollowing } from "./move-following";
import { type NextVersion, replayHeirs } from "./replay-heirs";

const tables = ["skills", "tasks", "behaviours"] as const;

/** What went along with merged skills, for the version to say; `countsOtherwise` where facts count for another skill or task for it. */
type Carried = { followed: Followed[]; countsOtherwise: boolean };

/**
 * Brings what points to merged nodes into line with the version about to be written: `merged_into` names what carries on today, so that one
 * step suffices; retired behaviours stand with the skill of their heir; activities follow a merged skill, and
 * signal rules a merged behaviour, and come back with it.
 */
export async function carryAlong(tx: Tx, orgId: string, version: NextVersion): Promise<Carried> {
  const { at, ever } = await replayHeirs(tx, orgId, version);
  if (ever.size === 0) return { followed: [], countsOtherwise: false };
  const merged = at(version.number);
  const heirs = new Map(
    [...merged.keys()].flatMap((id) => {
      const heir = heirOf(id, merged, (one) => !merged.has(one));
      return heir ? [[id, heir] as const] : [];
    }),
  );
  await settleHeirs(tx, orgId, heirs);
  const stood = await standWithHeirs(tx, orgId);
  const followed = await moveFollowing(tx, orgId, version);
  const isTaskConcerned = version.changes.some(
    ({ id, before, after }) =>
      ever.has(id) && (before === null || after === null) && (before ?? after)?.kind === "task",
  );
  return { followed, countsOtherwise: stood || isTaskConcerned || followed.some((one) => !("ruleId" in one)) };
}

async function settleHeirs(tx: Tx, orgId: string, heirs: ReadonlyMap<string, string>): Promise<void> {
  const now = await heirsInForce(tx, orgId);
  const ids = new Set([...now.keys(), ...heirs.keys()]);
  const differing = [...ids].flatMap((id) => (now.get(id) === heirs.get(id) ? [] : [{ id, heir: heirs.get(id) }]));
  if (differing.length === 0) return;
  for (const table of tables) {
    await tx.execute(sql`
      update ${sql.identifier(table)} t set merged_into = r.heir
      from jsonb_to_recordset(${JSON.stringify(differing)}::jsonb) r (id uuid, heir uuid)
      where t.org_id = ${orgId} and t.id = r.id and t.retired_at is not null`);
  }
}

/** Ratings count for the skill of the words they were given to; of words that became part of others, for the skill of those. */
async function standWithHeirs(tx: Tx, orgId: string): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    update behaviours b set skill_id = h.skill_id from behaviours h
    where b.org_id = ${orgId} and b.retired_at is not null and h.org_id = ${orgId} and h.id = b.merged_into and h.skill_id <> b.skill_id`);
  return (rowCount ?? 0) > 0;
}
