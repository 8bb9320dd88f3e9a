import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { recordVersion, type VersionAbout } from "@/lib/skills/record-version";
import type { Fault } from "@/lib/skills/tree/fault";
import type { Change, Tree } from "@/lib/skills/tree/node";
import { validateChanges } from "@/lib/skills/tree/validate-changes";
import { bringBack } from "./bring-back";
import { followRollups } from "./follow-rollups";
import { writeChanges } from "./write-changes";

type Counts = { added: number; changed: number; removed: number };

/** What was written as which version, or the faults for which nothing was. */
export type Published = { number: number; counts: Counts; behind: string | null } | { number: null; faults: Fault[] };

/**
 * Puts changes of the taxonomy in force (`inForce`) into force and writes the version down; figures follow. Part of the transaction given,
 * which holds the publishing lock.
 */
export async function publishChanges(
  tx: Tx,
  orgId: string,
  inForce: Tree,
  wanted: readonly Change[],
  about: VersionAbout,
): Promise<Published> {
  const faults = validateChanges(inForce, wanted);
  if (faults.length > 0) return { number: null, faults };
  const { changes, renamed, inTheWay } = await bringBack(tx, orgId, wanted);
  await writeChanges(tx, orgId, changes, inTheWay);
  await carryComments(tx, orgId, renamed);
  const version = await recordVersion(tx, orgId, { ...about, before: inForce });
  if (version === null) throw new Error("Nothing differs after publishing");
  const { number, countsOtherwise } = version;
  return { number, counts: countsOf(changes), behind: await followRollups(tx, orgId, changes, countsOtherwise) };
}

function countsOf(changes: readonly Change[]): Counts {
  const counts: Counts = { added: 0, changed: 0, removed: 0 };
  for (const { before, after } of changes) counts[before === null ? "added" : after === null ? "removed" : "changed"]++;
  return counts;
}

/** Comments on what came back under an older id go with it. */
async function carryComments(tx: Tx, orgId: string, renamed: ReadonlyMap<string, string>): Promise<void> {
  if (renamed.size === 0) return;
  const pairs = JSON.stringify([...renamed].map(([from, to]) => ({ from, to })));
  await tx.execute(sql`
    update taxonomy_comments c set node_id = r."to"
    from jsonb_to_recordset(${pairs}::jsonb) r ("from" uuid, "to" uuid)
    where c.org_id = ${orgId} and c.node_id = r."from"`);
}
