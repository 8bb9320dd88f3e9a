import type pg from "pg";
import { pool } from "@/db/client";

export type Statement = {
  text: string;
  /** `performance.now()` */
  began: number;
  ended: number;
  /** What this process had used of the processor by then, in milliseconds. */
  cpuBefore: number;
  cpuAfter: number;
};

const cpu = () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;

/** Notes every statement that goes through the application's pool while the work runs, in the order in which they began. */
export async function noteStatements<Output>(
  work: () => Promise<Output>,
): Promise<{ output: Output; statements: Statement[] }> {
  const statements: Statement[] = [];
  const watched = new Map<pg.PoolClient, pg.PoolClient["query"]>();
  const watch = (client: pg.PoolClient) => {
    if (watched.has(client)) return;
    watched.set(client, client.query);
    client.query = new Proxy(client.query, {
      apply(query, self, args) {
        const note: Statement = {
          text: textOf(args[0]),
          began: performance.now(),
          ended: 0,
          cpuBefore: cpu(),
          cpuAfter: 0,
        };
        statements.push(note);
        const end = () => {
          note.ended = performance.now();
          note.cpuAfter = cpu();
        };
        const result = Reflect.apply(query, self, args);
        if (isStream(result)) result.once("finish", end);
        else Promise.resolve(result).then(end, end);
        return result;
      },
    });
  };
  pool.on("acquire", watch);
  try {
    return { output: await work(), statements };
  } finally {
    pool.off("acquire", watch);
    for (const [client, query] of watched) client.query = query;
  }
}

function textOf(query: unknown): string {
  if (typeof query === "string") return query;
  if (typeof query !== "object" || query === null) return "";
  if ("text" in query) return String(query.text);
  return "cursorText" in query ? String(query.cursorText) : "copy";
}

function isStream(value: unknown): value is NodeJS.WritableStream {
  return typeof value === "object" && value !== null && "pipe" in value;
}
