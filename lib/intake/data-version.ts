import "server-only";
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * What the facts of an organisation were made from: `sha256:` over the sorted list of `kind:sha256(file)` of everything taken in
 * and not undone. The same file twice counts once, because it changes nothing.
 */
export async function readDataVersion(tx: Tx): Promise<string> {
  const { rows } = await tx.execute<{ line: string }>(sql`
    select distinct kind || ':' || sha256 as line from import_batches where status = 'done'`);
  const lines = rows.map((row) => row.line).sort();
  return `sha256:${createHash("sha256").update(lines.join("\n")).digest("hex")}`;
}
