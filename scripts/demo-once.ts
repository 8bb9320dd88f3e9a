import pg from "pg";
import { closePool } from "@/db/client";

export type DemoState = "unchanged" | "loaded" | "left out: the database has data";

/**
 * Loads the demo into a database without an organisation. A load that was killed half-way leaves an open entry; what it wrote
 * is then removed first.
 */
export async function loadDemoOnce(ownerUrl: string, log: (line: string) => void): Promise<DemoState> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    const state = await prepare(client);
    if (state !== "wanted") return state;
    const { loadDemo } = await import("@/db/demo/load");
    await loadDemo({ log });
    await client.query("update drizzle.demo_loads set finished_at = now()");
    return "loaded";
  } finally {
    await client.end();
    await closePool();
  }
}

async function prepare(client: pg.Client): Promise<DemoState | "wanted"> {
  const { rows } = await client.query(`
    select exists (select from organisations) as filled,
           exists (select from drizzle.demo_loads) as asked,
           exists (select from drizzle.demo_loads where finished_at is null) as interrupted,
           exists (select from organisations where slug not in ('meridian-works', 'supported-work')) as own`);
  const { filled, asked, interrupted, own } = rows[0];
  if (filled && !interrupted) return asked ? "unchanged" : "left out: the database has data";
  if (own) return "left out: the database has data";
  if (filled)
    await client.query(
      "truncate organisations, event_ids, learning_events, work_events, observations, kpi_values cascade",
    );
  await client.query("delete from drizzle.demo_loads");
  await client.query("insert into drizzle.demo_loads (started_at) values (now())");
  return "wanted";
}
