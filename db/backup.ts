import { createWriteStream, existsSync, renameSync, rmSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to } from "pg-copy-streams";
import { encode, type Header, type Kind, newHash, type Seal } from "./backup-format";
import { listPartitions, listSequences, listTables } from "./backup-tables";
import { latestMigration } from "./migrate";
import { codeOf, SetupProblem } from "./setup-problem";

/** Writes everything, as it was at one moment, into one file. The file gets its name when it is complete. */
export async function writeBackup(ownerUrl: string, file: string): Promise<Seal["rows"]> {
  if (existsSync(file)) throw new SetupProblem(`${file} exists already. Choose another name, or remove it first.`);
  const unfinished = `${file}.unfinished`;
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    const rows: Seal["rows"] = {};
    const target = createWriteStream(unfinished, { mode: 0o600 });
    await pipeline(() => frames(client, rows), createGzip({ level: 4 }), target);
    renameSync(unfinished, file);
    return rows;
  } catch (error) {
    if (/^E[A-Z]+$/.test(codeOf(error)))
      throw new SetupProblem(`${file} could not be written (${codeOf(error)}).`, { cause: error });
    throw error;
  } finally {
    rmSync(unfinished, { force: true });
    await client.end();
  }
}

async function* frames(client: pg.Client, rows: Seal["rows"]): AsyncGenerator<Buffer, void> {
  const hash = newHash();
  const sealed = (kind: Kind, body: Buffer | object) => {
    const frame = encode(kind, body);
    hash.update(frame);
    return frame;
  };
  const header: Header = {
    format: 1,
    schema: latestMigration(),
    createdAt: new Date().toISOString(),
    partitions: await listPartitions(client),
  };
  yield sealed("H", header);
  for (const table of await listTables(client)) {
    yield sealed("T", table);
    const columns = table.columns.join(", ");
    const copy = client.query(to(`copy (select ${columns} from ${table.name}) to stdout`));
    for await (const piece of copy) yield sealed("D", piece);
    rows[table.name] = copy.rowCount;
    yield sealed("e", {});
  }
  for (const sequence of await listSequences(client)) yield sealed("S", sequence);
  const seal: Seal = { sha256: hash.digest("hex"), rows };
  yield encode("Z", seal);
}
