import { createReadStream, createWriteStream, rmSync, statSync } from "node:fs";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";

type Wanted = { folder: string; rows: number };

/** The columns of learning_events.csv, as Postgres would hold them. */
export const typedEvents = `event_id text, employee_id text, activity text, verb text, at timestamptz, success boolean, score float8,
  confidence float8, seconds int, surface text, before_task text, assigned_by text`;

/**
 * The first rows of a file of events as `clean.csv`, the same with faults and repeats as `faulty.csv`, and as COPY's text format,
 * which Postgres writes itself. Removes the source.
 */
export async function eventFiles(
  owner: pg.Client,
  source: string,
  { folder, rows }: Wanted,
): Promise<{ copy: string; bytes: number }> {
  const [clean, faulty, copy] = [`${folder}/clean.csv`, `${folder}/faulty.csv`, `${folder}/clean.copy`];
  await pipeline(() => linesOf(source, rows, false), createWriteStream(clean));
  await pipeline(() => linesOf(source, rows, true), createWriteStream(faulty));
  rmSync(source);

  await owner.query(`create temp table written (${typedEvents})`);
  await pipeline(createReadStream(clean), owner.query(copyFrom("copy written from stdin (format csv, header)")));
  await pipeline(owner.query(copyTo("copy written to stdout")), createWriteStream(copy));
  const { rows: counted } = await owner.query("select count(*)::int as n from written");
  await owner.query("drop table written");
  if (counted[0].n !== rows) throw new Error(`The generator wrote ${counted[0].n} events instead of ${rows}`);
  return { copy, bytes: statSync(clean).size };
}

/** Every hundredth row without its verb, which is a fault, and every hundredth other one twice. */
async function* linesOf(source: string, rows: number, withFaults: boolean): AsyncGenerator<string> {
  let at = -1;
  for await (const line of createInterface({ input: createReadStream(source) })) {
    at++;
    if (at > rows) return;
    if (!withFaults || at === 0 || at % 50 !== 0) yield `${line}\n`;
    else if (at % 100 === 0) yield `${line.split(",").with(3, "").join(",")}\n`;
    else yield `${line}\n${line}\n`;
  }
}
