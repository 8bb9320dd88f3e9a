import "server-only";
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isReleased } from "@/lib/access/released-answers";

/** The organisation the transaction is in. */
const own = sql`current_setting('app.org_id')::uuid`;

/**
 * What the facts of an organisation were made from: `sha256:` over the sorted list of `kind:sha256(file)` of everything taken in
 * and not undone. The same file twice counts once, because it changes nothing. The calendar is also written by hand, so what it says
 * counts as it stands (notes aside: no evaluation reads them); an empty one changes nothing. Of surveys answered in the app, how many answers
 * there are that an evaluation reads: none of them is ever changed.
 */
export async function readDataVersion(tx: Tx): Promise<string> {
  const { rows } = await tx.execute<{ line: string }>(sql`
    select distinct kind || ':' || sha256 as line from import_batches where status = 'done' and kind <> 'calendar'
    union all
    select 'event:' || jsonb_build_array(e.name, e.kind, e.starts_on, e.ends_on, u.path, s.name)::text
    from calendar_events e
    left join business_units u on u.org_id = e.org_id and u.id = e.unit_id
    left join sites s on s.org_id = e.org_id and s.id = e.site_id
    union all
    select concat_ws(':', 'answers', a.survey_id, count(*)) from survey_answers a
    where a.org_id = ${own} and a.survey_id is not null and a.class is not null and a.initiative_code is not null and ${isReleased(own)}
    group by a.survey_id`);
  const lines = rows.map((row) => row.line).sort();
  return `sha256:${createHash("sha256").update(lines.join("\n")).digest("hex")}`;
}
