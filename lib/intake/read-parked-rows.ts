import "server-only";
import { sql } from "drizzle-orm";
import type { FileKind } from "@/db/schema/imports";
import { query } from "@/lib/server/tenant-access";

const mostIdentities = 200;

export type ParkedIdentity = { identity: string; rows: number; files: string[]; kinds: FileKind[]; since: string };
export type ParkedRows = { identities: ParkedIdentity[]; allIdentities: number; allRows: number };

/** Rows that wait for a person to become known, by the name the files use; those with most rows first. */
export const readParkedRows = query("data.read", async (tx, _input: null): Promise<ParkedRows> => {
  const waiting = sql`
    from parked_rows p join import_batches b on b.org_id = p.org_id and b.id = p.batch_id
    where p.resolved_at is null and b.status = 'done'`;
  const { rows: totals } = await tx.execute<{ identities: number; rows: number }>(sql`
    select count(distinct identity)::int as identities, count(*)::int as rows ${waiting}`);
  const { rows: identities } = await tx.execute<ParkedIdentity>(sql`
    select p.identity, count(*)::int as rows, array_agg(distinct b.file_name) as files, array_agg(distinct p.kind) as kinds,
      to_char(min(b.started_at) at time zone 'UTC', 'YYYY-MM-DD') as since
    ${waiting} group by p.identity order by count(*) desc, p.identity limit ${mostIdentities}`);
  return { identities, allIdentities: totals[0]?.identities ?? 0, allRows: totals[0]?.rows ?? 0 };
});
