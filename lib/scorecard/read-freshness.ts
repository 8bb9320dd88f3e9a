import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { readDataVersion } from "@/lib/intake/data-version";
import type { Span } from "@/lib/rollups/span";

export type Freshness = {
  minimum: number;
  asOf: string;
  revisedAt: string;
  dataVersion: string;
  /** Facts have changed that these figures do not include yet: an import is under way, or was interrupted. */
  behind: boolean;
  span: Span | null;
  locale: string;
  currency: string;
};

/** What the figures rest on: the months covered, the last day a file spoke of, when facts last changed, and the data version. */
export async function readFreshness(tx: Tx, orgId: string): Promise<Freshness> {
  const { rows } = await tx.execute<
    Omit<Freshness, "dataVersion" | "span"> & { first: string | null; last: string | null }
  >(sql`
    select o.minimum_group_size as minimum, o.locale, o.currency, to_char(o.revised_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "revisedAt",
      exists (select from pending_rollups where org_id = ${orgId}) as behind,
      (select min(month)::text from person_months where org_id = ${orgId}) as first,
      (select max(month)::text from person_months where org_id = ${orgId}) as last,
      coalesce(
        (select max(left(covers_to, 10)) from import_batches where org_id = ${orgId} and status = 'done'
          and kind in ('learning_events', 'work_events', 'observations', 'kpi')),
        (select (max(month) + interval '1 month - 1 day')::date::text from person_months where org_id = ${orgId}), ''
      ) as "asOf"
    from organisations o where o.id = ${orgId}`);
  const found = rows[0];
  if (!found) throw new Error(`The organisation ${orgId} is gone`);
  const { first, last, ...rest } = found;
  return { ...rest, span: first && last ? { first, last } : null, dataVersion: await readDataVersion(tx) };
}
