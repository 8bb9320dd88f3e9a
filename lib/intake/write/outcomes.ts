import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Merge } from "@/lib/intake/merge";

/** @param hasFaults whether a staged row has any */
export async function prepareOutcomes(tx: Tx, hasFaults: boolean): Promise<void> {
  await tx.execute(sql`
    create temp table outcomes (
      line int, verdict text, column_name text, value text, reason text, identity text
    ) on commit drop`);
  if (hasFaults) {
    await tx.execute(sql`
      insert into outcomes (line, verdict, column_name, value, reason)
      select line, 'rejected', f->>'column', f->>'value', f->>'reason'
      from staged, jsonb_array_elements(faults) f where faults is not null`);
    await tx.execute(sql`delete from staged where faults is not null`);
  }
  // How many rows, and about how many different names: a tenth of the usual sample tells that.
  await tx.execute(sql`set local default_statistics_target = 10`);
  await tx.execute(sql`analyze staged`);
  await tx.execute(sql`set local default_statistics_target to default`);
}

/** Takes rows out of `staged` with a reason. `rows` selects line, column name, value and reason. Returns how many. */
export async function reject({ tx }: Merge, rows: SQL): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    insert into outcomes (line, verdict, column_name, value, reason)
    select x.line, 'rejected', x.column_name, x.value, x.reason from (${rows}) x (line, column_name, value, reason)`);
  if (rowCount) await removeDecided(tx);
  return rowCount ?? 0;
}

/**
 * Rows that name the same thing twice: an equal one is dropped and counted (the result), a different one is rejected with the
 * line it contradicts. Keys with a null are not compared, unless null is a value.
 * @param subject what counts as content beside the digest: the person, where the key does not name one
 */
export async function rejectRepeats(
  { tx }: Merge,
  key: string[],
  { subject = sql`null::text`, nullIsValue = false } = {},
): Promise<number> {
  const names = key.map((name) => sql.identifier(name));
  const { rowCount } = await tx.execute(sql`
    insert into outcomes (line, verdict, column_name, value, reason)
    select line, case when digest = first_digest and subject is not distinct from first_subject then 'repeat' else 'rejected' end, ${key[0] ?? ""}, named,
      'Line ' || first_line || ' says something else about ' || named
    from (
      select line, digest, concat_ws(', ', ${sql.join(names, sql`, `)}) as named,
        first_value(line) over w as first_line, first_value(digest) over w as first_digest,
        ${subject} as subject, first_value(${subject}) over w as first_subject, row_number() over w as n
      from staged where ${
        nullIsValue
          ? sql`true`
          : sql.join(
              names.map((name) => sql`${name} is not null`),
              sql` and `,
            )
      }
      window w as (partition by ${sql.join(names, sql`, `)} order by line)
    ) ranked where n > 1`);
  if (!rowCount) return 0;
  await removeDecided(tx);
  const { rows } = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from outcomes where verdict = 'repeat'`,
  );
  return rows[0]?.n ?? 0;
}

export async function removeDecided(tx: Tx): Promise<void> {
  await tx.execute(sql`delete from staged s using outcomes o where o.line = s.line`);
}
