import { existsSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from } from "pg-copy-streams";
import {
  type Frame,
  type Header,
  type Partition,
  readFrames,
  type Seal,
  type Sequence,
  type Table,
  verify,
} from "./backup-format";
import { listTables } from "./backup-tables";
import { latestMigration } from "./migrate";
import { SetupProblem } from "./setup-problem";

/** Puts a backup into a migrated database, completely or not at all. */
export async function restoreBackup(
  ownerUrl: string,
  file: string,
  { replace }: { replace: boolean },
): Promise<Seal["rows"]> {
  if (!existsSync(file)) throw new SetupProblem(`There is no file ${file}.`);
  const { header, seal } = await verify(file);
  refuseOtherSchema(header);
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query("begin");
    await makeRoom(client, file, replace);
    await withoutTriggers(client);
    for (const partition of header.partitions) await ensurePartition(client, partition);
    await fill(client, readFrames(file));
    await client.query("commit");
    await client.query("analyze");
    return seal.rows;
  } finally {
    await client.end();
  }
}

function refuseOtherSchema({ schema }: Header) {
  const own = latestMigration();
  if (schema.when === own.when) return;
  const other = schema.when > own.when ? "a newer" : "an older";
  throw new SetupProblem(
    `The backup was written by ${other} Throughline (${schema.tag}); this one has ${own.tag}. Restore it with that version${schema.when > own.when ? "" : ", then update"}.`,
  );
}

async function makeRoom(client: pg.Client, file: string, replace: boolean) {
  const { rows } = await client.query("select exists (select from public.organisations) as filled");
  if (rows[0].filled && !replace) {
    throw new SetupProblem(
      `The database holds an organisation already. To replace everything in it: npm run restore ${file} -- --replace`,
    );
  }
  const tables = await listTables(client);
  await client.query(`truncate ${tables.map(({ name }) => name).join(", ")} restart identity`);
}

/** Rows that were valid together stay valid together, so triggers and foreign keys need not run again where the server allows it. */
async function withoutTriggers(client: pg.Client) {
  const { rows } = await client.query("select has_parameter_privilege('session_replication_role', 'SET') as may");
  if (rows[0].may) await client.query("set local session_replication_role = replica");
}

async function ensurePartition(client: pg.Client, { parent, name }: Partition) {
  const [, year, month] = /_(\d{4})_(\d{2})$/.exec(name) ?? [];
  if (!year) throw new SetupProblem(`The backup has a partition this version does not know: ${name}.`);
  const first = `${year}-${month}-01`;
  await client.query("select public.ensure_month_partitions($1, $2, $2)", [parent, first]);
}

async function fill(client: pg.Client, frames: AsyncGenerator<Frame, void>) {
  for (let next = await frames.next(); !next.done; next = await frames.next()) {
    const { kind, body } = next.value;
    if (kind === "T") {
      const { name, columns }: Table = JSON.parse(body.toString());
      await pipeline(
        Readable.from(rowsOf(frames)),
        client.query(from(`copy ${name} (${columns.join(", ")}) from stdin`)),
      );
    }
    if (kind === "S") {
      const { name, value, isCalled }: Sequence = JSON.parse(body.toString());
      await client.query("select setval($1::regclass, $2::bigint, $3)", [name, value, isCalled]);
    }
  }
}

/** The pieces of one table. Steps by hand, because a loop would close the file at the table's end. */
async function* rowsOf(frames: AsyncGenerator<Frame, void>): AsyncGenerator<Buffer, void> {
  for (let next = await frames.next(); !next.done && next.value.kind === "D"; next = await frames.next())
    yield next.value.body;
}
