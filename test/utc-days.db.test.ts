import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool, db } from "@/db/client";

/** Where it is another day than in UTC for fourteen hours of each. */
const faraway = "Pacific/Kiritimati";

beforeAll(() => {
  const url = new URL(process.env.DATABASE_URL ?? "");
  url.searchParams.set("options", `-c timezone=${faraway}`);
  process.env.DATABASE_URL = url.href;
});
afterAll(closePool);

test("today is today in UTC, whatever zone the database server lives in", async () => {
  const { rows } = await db.execute<{ zone: string; today: string }>(sql`
    select current_setting('timezone') as zone, current_date::text as today`);
  expect(rows).toEqual([{ zone: "UTC", today: new Date().toISOString().slice(0, 10) }]);
});
