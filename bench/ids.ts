import type pg from "pg";
import type { Bench, Figure } from "./bench";
import { onCluster } from "./cluster";
import { count, median, ms, ratio } from "./numbers";
import { inTurn } from "./timing";

const sizes = { small: [2_000, 1_000, 2], normal: [100_000, 25_000, 5], full: [500_000, 250_000, 5] } as const;
const months = 24;

/** Ascending as in an export, or scattered as uuids are. */
const idKinds = {
  ascending: "'L' || lpad(n::text, 9, '0')",
  scattered: "md5(n::text)::uuid::text",
};

/** ADR 3: which ids are known? Asked of a registry beside the facts, or of an index on every month's facts. */
export const ids: Bench = (scale, say) =>
  onCluster("durable", async ({ owner }) => {
    const [perMonth, batch, rounds] = sizes[scale];
    const figures: Figure[] = [];
    for (const [kind, id] of Object.entries(idKinds)) {
      await load(owner, perMonth, id);
      for (const news of ["new", "repeated"] as const) {
        const first = news === "new" ? perMonth * months : perMonth * (months - 1);
        await owner.query(`create temp table staged as ${rowsOf(first, batch, id, months - 1)}; analyze staged`);
        const times = await inTurn(rounds, {
          registry: () => undone(owner, registry),
          lookup: () => undone(owner, lookup),
        });
        await owner.query("drop table staged");
        say(`${kind} ${news}: registry ${ms(median(times.registry))}, look-up ${ms(median(times.lookup))}`);
        figures.push({
          what: `${kind} ids, ${news} rows: registry, look-up in all months, registry / look-up`,
          measured: `${ms(median(times.registry))}, ${ms(median(times.lookup))}, ${ratio(
            median(times.registry.map((time, round) => time / (times.lookup[round] ?? Number.NaN))),
          )}`,
        });
      }
      const { rows } = await owner.query<{ registry: number; lookup: number }>(`
        select pg_total_relation_size('known_ids')::float8 / count(*) as registry,
          (select sum(pg_relation_size(indexrelid)) from pg_index join pg_class on pg_class.oid = indexrelid
            where relname like 'looked_up%event_id_idx')::float8 / count(*) as lookup
        from known_ids`);
      const [bytes] = rows;
      figures.push({
        what: `${kind} ids: bytes per event of the registry, of the look-up's indexes`,
        measured: `${bytes?.registry.toFixed(0)}, ${bytes?.lookup.toFixed(0)}`,
      });
      await owner.query("drop table known_ids, registered, looked_up");
    }
    return {
      setting: [
        `${count(perMonth * months)} facts in ${months} monthly partitions; batches of ${count(batch)} rows in the last month, new or sent again with another time.`,
        "Timed: telling new ids from known ones, noting the new ones and inserting the facts, in a transaction that is rolled back.",
        `Medians of ${rounds} rounds, taken in turn; no foreign keys, no row-level security, durable writes.`,
      ],
      figures,
      reading:
        "Reading: below 1 the registry is the faster one. The registry also holds the digest, so that telling a repeat from a correction reads no fact; the look-up's time is without that comparison.",
    };
  });

const registry = [
  "create temp table fresh on commit drop as select s.* from staged s where not exists (select from known_ids k where k.org_id = s.org_id and k.event_id = s.event_id)",
  "insert into known_ids select org_id, event_id, person_id, occurred_at, digest from fresh order by event_id",
  "insert into registered select org_id, person_id, occurred_at, event_id, activity_id, verb, score from fresh order by person_id, occurred_at",
];

const lookup = [
  "create temp table fresh on commit drop as select s.* from staged s where not exists (select from looked_up k where k.org_id = s.org_id and k.event_id = s.event_id)",
  "insert into looked_up select org_id, person_id, occurred_at, event_id, activity_id, verb, score from fresh order by person_id, occurred_at",
];

async function undone(owner: pg.Client, statements: readonly string[]): Promise<void> {
  await owner.query("begin");
  for (const statement of statements) await owner.query(statement);
  await owner.query("rollback");
}

async function load(owner: pg.Client, perMonth: number, id: string): Promise<void> {
  for (const table of ["registered", "looked_up"]) {
    await owner.query(`create table ${table} (org_id uuid, person_id uuid, occurred_at timestamptz, event_id text,
      activity_id uuid, verb text, score float8, primary key (org_id, person_id, occurred_at, event_id)
    ) partition by range (occurred_at)`);
    if (table === "looked_up") await owner.query("create index looked_up_event_id_idx on looked_up (org_id, event_id)");
    for (let month = 0; month < months; month++) {
      const from = `timestamptz '2024-01-01 00:00Z' + interval '${month} months'`;
      const { rows } = await owner.query(`select (${from})::text as from, (${from} + interval '1 month')::text as to`);
      await owner.query(`create table ${table}_${month} partition of ${table}
        for values from ('${rows[0].from}') to ('${rows[0].to}')`);
      await owner.query(`insert into ${table}
        select org_id, person_id, occurred_at, event_id, activity_id, verb, score
        from (${rowsOf(month * perMonth, perMonth, id, month)}) r`);
    }
  }
  await owner.query(`create table known_ids (org_id uuid, event_id text, person_id uuid, occurred_at timestamptz, digest uuid,
    primary key (org_id, event_id))`);
  await owner.query(
    "insert into known_ids select org_id, event_id, person_id, occurred_at, md5(event_id)::uuid from registered order by occurred_at",
  );
  await owner.query("analyze; checkpoint");
}

/** Rows with the ids from `first` on, at times of a month that do not depend on the id. */
function rowsOf(first: number, rows: number, id: string, month: number): string {
  return `select md5('org')::uuid as org_id, md5((n % 20000)::text)::uuid as person_id,
    timestamptz '2024-01-01 00:00Z' + interval '${month} months' + random() * interval '27 days' as occurred_at,
    ${id} as event_id, md5((n % 40)::text)::uuid as activity_id, 'completed'::text as verb, 0.5::float8 as score,
    md5(n::text)::uuid as digest
    from generate_series(${first}::int, ${first + rows - 1}::int) n`;
}
