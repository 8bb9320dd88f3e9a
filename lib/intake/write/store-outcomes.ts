import "server-only";
import { sql } from "drizzle-orm";
import type pg from "pg";
import type { Tx } from "@/db/client";
import { mostFaults } from "@/lib/intake/batch-report";
import type { Fault } from "@/lib/intake/fault";
import type { RowSource } from "@/lib/intake/read/row-source";
import { openCopy } from "./copy-channel";
import { copyText } from "./copy-text";

export type Outcomes = { rejected: number; parked: number; faults: Fault[] };

/** Counts rows that were not taken and reads the first faults from the temp table `outcomes`. */
export async function readOutcomes(tx: Tx, file: string): Promise<Outcomes> {
  const { rows: counts } = await tx.execute<{ rejected: number; parked: number }>(sql`
    select count(distinct line) filter (where verdict = 'rejected')::int as rejected,
      count(distinct line) filter (where verdict = 'parked')::int as parked from outcomes`);
  const { rows } = await tx.execute<Omit<Fault, "file">>(sql`
    select line, column_name as column, value, reason from outcomes where verdict = 'rejected' order by line limit ${mostFaults}`);
  const { rejected = 0, parked = 0 } = counts[0] ?? {};
  return { rejected, parked, faults: rows.map((row) => ({ file, ...row })) };
}

/**
 * Keeps rejected and parked rows as they stood in the source, which is read a second time for that: good rows, nearly all of them,
 * then never carry their raw text along.
 */
export async function storeOutcomes(
  tx: Tx,
  client: pg.ClientBase,
  source: RowSource,
  batch: { orgId: string; batchId: string; kind: string },
): Promise<void> {
  const wanted = await wantedLines(tx);
  await tx.execute(sql`create temp table raw_rows (line int primary key, raw jsonb) on commit drop`);
  const channel = openCopy(client, "copy raw_rows from stdin");
  let text = "";
  await source.each(
    (cells, line) => {
      if (wanted.has(line)) text += `${line}\t${copyText(rawRow(source.header, cells))}\n`;
    },
    async () => {
      const ready = text;
      text = "";
      await channel.write(ready);
    },
  );
  await channel.write(text);
  await channel.end();
  await tx.execute(sql`
    insert into rejected_rows (org_id, batch_id, line, column_name, value, reason, raw)
    select distinct on (o.line, o.column_name) ${batch.orgId}::uuid, ${batch.batchId}::uuid, o.line, o.column_name, o.value, o.reason, r.raw
    from outcomes o join raw_rows r on r.line = o.line where o.verdict = 'rejected'`);
  await tx.execute(sql`
    insert into parked_rows (org_id, batch_id, line, kind, identity, raw)
    select ${batch.orgId}::uuid, ${batch.batchId}::uuid, o.line, ${batch.kind}, o.identity, r.raw
    from outcomes o join raw_rows r on r.line = o.line where o.verdict = 'parked'`);
}

async function wantedLines(tx: Tx): Promise<Set<number>> {
  const lines = new Set<number>();
  const atOnce = 50_000;
  for (let after = -1; ; ) {
    const { rows } = await tx.execute<{ line: number }>(sql`
      select distinct line from outcomes where verdict <> 'repeat' and line > ${after} order by line limit ${atOnce}`);
    for (const { line } of rows) lines.add(line);
    if (rows.length < atOnce) return lines;
    after = rows.at(-1)?.line ?? after;
  }
}

function rawRow(header: readonly string[], cells: readonly string[]): string {
  const entries = cells.map((cell, at) => [header[at] || `column ${at + 1}`, cell.replaceAll("\0", "")]);
  return JSON.stringify(Object.fromEntries(entries));
}
