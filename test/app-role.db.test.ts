import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool, db } from "@/db/client";
import { migrate } from "@/db/migrate";

afterAll(closePool);

test("the app works as a role that owns nothing", async () => {
  const { rows } = await db.execute(
    sql`select current_user as name, (select rolsuper from pg_roles where rolname = current_user) as super`,
  );
  expect(rows).toEqual([{ name: "throughline_app", super: false }]);
});

test("a job is part of the transaction that adds it", async () => {
  const add = db.transaction(async (tx) => {
    await tx.execute(sql`select public.enqueue_job('example', '{"n": 1}')`);
    throw new Error("changed my mind");
  });
  await expect(add).rejects.toThrow("changed my mind");
  await db.transaction((tx) => tx.execute(sql`select public.enqueue_job('example', '{"n": 2}', job_key => 'once')`));
  await expect(db.execute(sql`select * from graphile_worker.jobs`)).rejects.toThrow();
});

test("migrating again changes nothing", async () => {
  expect(await migrate(process.env.DATABASE_URL ?? "")).toBe("unchanged");
});
