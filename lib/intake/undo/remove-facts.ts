import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type EventTable, eventKinds } from "@/lib/intake/facts/event-kinds";
import { type Batch, type FactTable, factTablesOf, spanOf } from "./fact-tables";

/** Deletes every fact the batch wrote, with its entry in `event_ids`. */
export async function removeFacts(tx: Tx, orgId: string, batch: Batch): Promise<void> {
  for (const table of factTablesOf(batch.kind)) {
    const rows = sql.identifier(table);
    const within = sql.raw(spanOf(table, batch));
    if (isEvent(table)) {
      const { kind, id } = eventKinds[table];
      await tx.execute(sql`
        delete from event_ids e using (
          select ${sql.raw(id)} as event_id from ${rows} where org_id = ${orgId} and batch_id = ${batch.id} and ${within}
        ) f where e.org_id = ${orgId} and e.kind = ${kind} and e.event_id = f.event_id`);
    }
    await tx.execute(sql`delete from ${rows} where org_id = ${orgId} and batch_id = ${batch.id} and ${within}`);
  }
}

const isEvent = (table: FactTable): table is EventTable => table in eventKinds;
