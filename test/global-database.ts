import { randomBytes } from "node:crypto";
import pg from "pg";
import { openEphemeral } from "@/db/embedded-ephemeral";
import { migrate } from "@/db/migrate";

/** One migrated database for all database tests. Each test makes an organisation of its own in it. */
export default async function prepareDatabase() {
  const database = process.env.TEST_DATABASE_URL
    ? await createDatabase(process.env.TEST_DATABASE_URL)
    : await openEphemeral();
  await migrate(database.url);
  process.env.DATABASE_URL = database.url;
  return database.close;
}

async function createDatabase(serverUrl: string) {
  const name = `throughline_test_${randomBytes(6).toString("hex")}`;
  const asAdmin = async (statement: string) => {
    const client = new pg.Client(serverUrl);
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await asAdmin(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = name;
  return { url: url.href, close: () => asAdmin(`drop database ${name} with (force)`) };
}
