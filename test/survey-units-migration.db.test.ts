import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runMigrations } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { migrate } from "@/db/migrate";

const migrations = path.resolve("db/migrations");

test("surveys of before keep the unit they ask as a column of their own, and their questions without it", async () => {
  const url = await givenDatabase(`survey_units_${process.pid}`);
  await migrateBefore("0023_surveys_ask_a_unit", url);
  await on(url, old);
  expect(await migrate(url)).toBe("migrated");
  const { rows } = await on(
    url,
    "select s.title, u.path, s.questions from surveys s left join business_units u on u.org_id = s.org_id and u.id = s.unit_id order by 1",
  );
  const questions = [
    { id: "q1", text: "How was it?", kind: "class", required: true },
    { id: "q2", text: "Why?", kind: "words", required: false },
  ];
  expect(rows).toEqual([
    { title: "Of a unit", path: "Co / A", questions },
    { title: "Of a unit elsewhere", path: null, questions },
    { title: "Of a unit that is gone", path: null, questions },
    { title: "Of everybody", path: null, questions },
    { title: "Without questions", path: null, questions: [] },
  ]);
  await expect(
    on(
      url,
      "update surveys set unit_id = (select id from business_units where path = 'Else') where title = 'Of a unit'",
    ),
  ).rejects.toThrow("surveys_unit_fk");
});

const one = "00000000-0000-4000-8000-000000000001";
const other = "00000000-0000-4000-8000-000000000002";
const unit = "00000000-0000-4000-8000-00000000000a";
const elsewhere = "00000000-0000-4000-8000-00000000000b";
const gone = "00000000-0000-4000-8000-00000000000c";

const asking = (unitId?: string) => {
  const own = unitId && { unitId };
  return JSON.stringify([
    { id: "q1", text: "How was it?", kind: "class", required: true, ...own },
    { id: "q2", text: "Why?", kind: "words", required: false, ...own },
  ]);
};
const survey = (title: string, questions: string) =>
  `insert into surveys (org_id, title, instrument, questions, opens_on) values ('${one}', '${title}', 'pulse', '${questions}', '2026-01-01')`;

const old = `
  insert into organisations (id, slug, name) values ('${one}', 'one', 'One'), ('${other}', 'other', 'Other');
  insert into business_units (org_id, id, name, path) values ('${one}', '${unit}', 'A', 'Co / A'), ('${other}', '${elsewhere}', 'Else', 'Else');
  ${survey("Of a unit", asking(unit.toUpperCase()))};
  ${survey("Of a unit elsewhere", asking(elsewhere))};
  ${survey("Of a unit that is gone", asking(gone))};
  ${survey("Of everybody", asking())};
  ${survey("Without questions", "[]")}`;

/** The schema as it was before that migration. */
async function migrateBefore(tag: string, url: string): Promise<void> {
  mkdirSync(".throughline", { recursive: true });
  const folder = mkdtempSync(path.resolve(".throughline/migration-test-"));
  cpSync(migrations, folder, { recursive: true });
  const file = path.join(folder, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8"));
  const at = journal.entries.findIndex((entry: { tag: string }) => entry.tag === tag);
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, at) }));
  const client = new pg.Client(url);
  await client.connect();
  await runMigrations(drizzle({ client }), { migrationsFolder: folder }).finally(() => client.end());
  rmSync(folder, { recursive: true, force: true });
}

async function givenDatabase(name: string): Promise<string> {
  const server = process.env.DATABASE_URL ?? "";
  await on(server, `create database ${name}`);
  onTestFinished(async () => {
    await on(server, `drop database if exists ${name} with (force)`);
  });
  return Object.assign(new URL(server), { pathname: name }).href;
}

async function on(url: string, statement: string) {
  const client = new pg.Client(url);
  await client.connect();
  return client.query(statement).finally(() => client.end());
}
