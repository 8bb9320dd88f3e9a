import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { recurrences } from "@/db/schema/costs";
import type { CostKind } from "@/lib/money/case";
import { among } from "./find-initiatives";

export type LedgerRow = {
  id: string;
  initiativeId: string;
  item: string;
  kind: CostKind | null;
  amount: number;
  currency: string | null;
  spentOn: string | null;
  endsOn: string | null;
  recurrence: (typeof recurrences)[number];
  /** Of one that runs and ends. */
  months: number | null;
  hours: number | null;
  note: string | null;
  /** Entered in the app; one from a file is corrected by a file. */
  own: boolean;
  revision: number;
  /** Into the organisation's currency by the newest rate on or before the day it was spent; null without one. */
  rate: number | null;
  rateFrom: string | null;
  rateSource: string | null;
};

/** The ledger of initiatives, each cost with the rate of its day. */
export async function readLedger(tx: Tx, orgId: string, ids: readonly string[] | "all"): Promise<LedgerRow[]> {
  const { rows } = await tx.execute<LedgerRow>(sql`
    select c.id, c.initiative_id as "initiativeId", c.item, c.kind, c.amount, c.currency, c.spent_on::text as "spentOn", c.ends_on::text as "endsOn",
      c.recurrence, c.hours, c.note, c.batch_id is null as own, c.revision,
      case when c.recurrence <> 'one_off' and c.ends_on >= c.spent_on then
        (select extract(year from s) * 12 + extract(month from s) + extract(day from s) / 30.0
         from age(c.ends_on + 1, c.spent_on) as s)::float8 end as months,
      case when c.currency is null or c.currency = o.currency then 1 else r.rate end as rate,
      r.valid_from::text as "rateFrom", r.source as "rateSource"
    from costs c
    join organisations o on o.id = c.org_id
    left join lateral (
      select rate, valid_from, source from exchange_rates x
      where x.org_id = c.org_id and x.currency = c.currency and x.currency <> o.currency and x.valid_from <= c.spent_on
      order by x.valid_from desc limit 1
    ) r on true
    where c.org_id = ${orgId} and ${among(sql`c.initiative_id`, ids)}
    order by c.spent_on nulls last, c.item collate "C", c.id`);
  return rows;
}
