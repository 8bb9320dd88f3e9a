import "server-only";
import { sql } from "drizzle-orm";
import type { Merge } from "@/lib/intake/merge";
import { meantBy, type WordedKind, wordsOf } from "@/lib/skills/former-words";
import { noteRenamed, type Renamed } from "./note-renamed";

/**
 * Puts the words of today in a column of `staged` where a row names a role, skill or behaviour by words it no longer has, or one that became
 * part of another; a notice says so. Rows it changed are noted in the temp table `former_lines (line, kind, merged)`.
 */
export async function takeCurrentWords(merge: Merge, kind: WordedKind, column: string): Promise<void> {
  const { tx, orgId, notices } = merge;
  await prepareFormerLines(merge);
  const { table, label } = wordsOf(kind);
  const said = sql.identifier(column);
  await tx.execute(sql`create temp table unknown_words on commit drop as
    select distinct s.${said} as name from staged s where s.${said} is not null
      and not exists (select from ${table} x where x.org_id = ${orgId} and x.${label} = s.${said} and x.retired_at is null)`);
  const { rows: some } = await tx.execute<{ n: number }>(sql`select count(*)::int as n from unknown_words`);
  if (some[0]?.n) {
    // What became part of something that was taken out since comes back by itself; what was renamed first, under its last name.
    await tx.execute(sql`create temp table current_words on commit drop as
      select u.name as said, x.${label} as name, own.id is not null as merged
      from unknown_words u join (${meantBy(orgId, kind)}) m on m.name = u.name
      join ${table} x on x.org_id = ${orgId} and x.id = m.id
      left join ${table} own on own.org_id = ${orgId} and own.${label} = u.name
      where x.${label} not in (u.name, x.id::text) and (x.retired_at is null or own.id is null)`);
    await tx.execute(sql`
      insert into former_lines select s.line, ${kind}, w.merged from staged s join current_words w on w.said = s.${said}`);
    await tx.execute(sql`update staged s set ${said} = w.name from current_words w where w.said = s.${said}`);
    const { rows } = await tx.execute<Renamed>(sql`select said, name, merged from current_words order by said`);
    noteRenamed(notices, kind, rows);
    await tx.execute(sql`drop table current_words`);
  }
  await tx.execute(sql`drop table unknown_words`);
}

async function prepareFormerLines({ tx }: Merge): Promise<void> {
  await tx.execute(sql`
    create temp table if not exists former_lines (line int not null, kind text not null, merged boolean not null) on commit drop`);
}
