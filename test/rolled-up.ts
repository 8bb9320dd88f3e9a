import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { refreshRollups } from "@/lib/rollups/refresh-rollups";
import { prepareTouched } from "@/lib/rollups/touched";
import { verifyRollups } from "@/lib/rollups/verify-rollups";
import { inTenant } from "@/lib/server/tenant-access";
import type { RandomFacts } from "./random-facts";

type Organisation = Pick<RandomFacts, "orgId">;

/** Does work that changes facts, and brings the rollups into line in the same transaction. */
export function change({ orgId }: Organisation, work: (tx: Tx) => Promise<unknown>) {
  return inTenant(orgId, async (tx) => {
    await prepareTouched(tx);
    await work(tx);
    await refreshRollups(tx, orgId);
  });
}

/** Where the rollups differ from the facts. */
export const differences = ({ orgId }: Organisation) => inTenant(orgId, (tx) => verifyRollups(tx, orgId));

/** The first facts of an organisation: random ones, and everybody rolled up. */
export const startAtRandom = (facts: RandomFacts, count: number) =>
  change(facts, async (tx) => {
    await tx.execute(sql`insert into touched select id, null from people where org_id = ${facts.orgId}`);
    await repeat(count, () => facts.changeSomething(tx));
  });

export async function repeat(count: number, work: () => Promise<unknown>) {
  for (let left = count; left > 0; left -= 1) await work();
}
