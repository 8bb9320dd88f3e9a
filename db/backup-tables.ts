import type pg from "pg";
import type { Partition, Sequence, Table } from "./backup-format";

/** The product's tables and the waiting jobs. Migrations make the rest again. */
const saved = `n.nspname = 'public' or (n.nspname = 'graphile_worker' and c.relname <> 'migrations')
  or (n.nspname = 'drizzle' and c.relname = 'demo_loads')`;

/** Every table with the columns that are stored, the ones others point to first. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table & { needs: string[] }>(`
    select format('%I.%I', n.nspname, c.relname) as name,
           (select array_agg(format('%I', a.attname)::text order by a.attnum) from pg_attribute a
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
           array(select distinct format('%I.%I', m.nspname, other.relname)::text from pg_constraint k
                 join pg_class other on other.oid = k.confrelid join pg_namespace m on m.oid = other.relnamespace
                 where k.contype = 'f' and k.conrelid = c.oid and k.confrelid <> c.oid) as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and (${saved})
    order by 1`);
  const ordered: Table[] = [];
  const place = (name: string, path: string[]) => {
    const table = rows.find((row) => row.name === name);
    if (!table || path.includes(name) || ordered.some((done) => done.name === name)) return;
    for (const needed of table.needs) place(needed, [...path, name]);
    ordered.push({ name, columns: table.columns });
  };
  for (const { name } of rows) place(name, []);
  return ordered;
}

export async function listPartitions(client: pg.Client): Promise<Partition[]> {
  const { rows } = await client.query<Partition>(`
    select p.relname as parent, c.relname as name
    from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relispartition and c.relkind = 'r' order by 1, 2`);
  return rows;
}

export async function listSequences(client: pg.Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S' and (${saved}) order by 1`);
  const sequences: Sequence[] = [];
  for (const { name } of rows) {
    const { rows: state } = await client.query(
      `select last_value::text as value, is_called as "isCalled" from ${name}`,
    );
    sequences.push({ name, ...state[0] });
  }
  return sequences;
}
