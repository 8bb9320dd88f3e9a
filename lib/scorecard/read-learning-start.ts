import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Scope } from "@/lib/access/scope";
import type { LearningStart } from "./build-tile";

/** When learning began that could have had an effect in a scope: an initiative's first exposure, else the first month of learning. */
export async function readLearningStart(tx: Tx, orgId: string, { request }: Scope): Promise<LearningStart> {
  const { rows } = await tx.execute<{ day: string | null }>(
    request.kind === "initiative"
      ? sql`select min(exposed_on)::text as day from arm_members where org_id = ${orgId} and initiative_id = ${request.id}`
      : sql`select min(month)::text as day from person_months where org_id = ${orgId} and events > 0`,
  );
  const day = rows[0]?.day;
  if (!day) return null;
  return {
    day,
    says: request.kind === "initiative" ? "People were first exposed then" : "Learning is recorded from then on",
  };
}
