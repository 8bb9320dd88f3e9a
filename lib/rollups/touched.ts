import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * Makes the temp tables this transaction notes its changes in: `touched (person_id uuid, month date, source text)`. Whoever changes
 * facts adds the person, any day of the month they changed, and which facts: "learning", "work", "observation", "kpi", or "place"
 * (where and how long they were employed; also where nothing is said), after which everything about the person-month is computed
 * anew. A null month means every month of the person. Repeats are harmless. `refreshRollups` reads it and empties it.
 */
export async function prepareTouched(tx: Tx): Promise<void> {
  await tx.execute(sql`
    create temp table if not exists touched (person_id uuid not null, month date, source text not null default 'place')
    on commit drop`);
  await tx.execute(sql`
    create temp table if not exists touched_months (month date, person_id uuid, source text, primary key (month, person_id, source))
    on commit drop`);
  await tx.execute(sql`create temp table if not exists touched_certified (person_id uuid primary key) on commit drop`);
  await tx.execute(sql`
    create temp table if not exists touched_skills (person_id uuid, skill_id uuid, learned boolean not null, primary key (person_id, skill_id))
    on commit drop`);
}
