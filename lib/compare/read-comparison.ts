import "server-only";
import { sql } from "drizzle-orm";
import type { Viewer } from "@/lib/access/viewer";
import { keepRecent } from "@/lib/scorecard/keep-recent";
import { readStamp } from "@/lib/scorecard/read-stamp";
import { query } from "@/lib/server/tenant-access";
import type { Comparison } from "./comparison";
import { computeComparison } from "./compute-comparison";
import type { CompareRequest } from "./input";

const kept = keepRecent<Comparison>(50);

/**
 * The comparison an address asks for, as `computeComparison`. Kept in this process for whoever asks again: the same user with the same
 * rights, while facts and kept cohorts stay. What is kept was already noted as shown to them.
 */
export async function readComparison(viewer: Viewer, request: CompareRequest): Promise<Comparison | null> {
  const key = await compareKey(viewer, request);
  const known = kept.get(key);
  if (known) return known;
  const found = await computeComparison(viewer, request);
  return found && kept.keep(key, found);
}

/** Text that changes whenever an answer to this question by this user might. */
export async function compareKey(viewer: Viewer, question: unknown): Promise<string> {
  const stamp = await readStamp(viewer, null);
  const cohorts = await readCohortStamp(viewer, null);
  const { orgId, userId, roles, units, personId } = viewer;
  return JSON.stringify([orgId, userId, roles, units, personId, stamp, cohorts, question]);
}

const readCohortStamp = query("compare.read", async (tx, _: null, { orgId }): Promise<string> => {
  const { rows } = await tx.execute<{ stamp: string | null }>(sql`
    select string_agg(concat_ws(' ', id, name, rule::text, frozen_on), ',' order by id) as stamp from cohorts where org_id = ${orgId}`);
  return rows[0]?.stamp ?? "";
});
