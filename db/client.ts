import { availableParallelism } from "node:os";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";

const shared = globalThis as typeof globalThis & { throughlinePool?: pg.Pool };

/** Reads DATABASE_URL when the first query needs a connection, and gives up the owner's rights at once. Days (`current_date`) are days in UTC. */
class AppClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, connectionString: appUrl(process.env.DATABASE_URL) });
  }
}

function appUrl(ownerUrl: string | undefined): string {
  if (!ownerUrl) throw new Error("DATABASE_URL is not set. npm start and npm run dev set it.");
  const url = new URL(ownerUrl);
  const options = [url.searchParams.get("options"), "-c role=throughline_app", "-c timezone=UTC"];
  url.searchParams.set("options", options.filter(Boolean).join(" "));
  return url.href;
}

function openPool(): pg.Pool {
  const opened = new pg.Pool({ Client: AppClient, max: Math.max(4, 2 * availableParallelism()) });
  // An idle connection that the server closes would otherwise end the process.
  opened.on("error", () => {});
  return opened;
}

shared.throughlinePool ??= openPool();

export const pool = shared.throughlinePool;
export const db = drizzle({ client: pool });
export const closePool = () => (pool.ended ? Promise.resolve() : pool.end());

export type Tx = Parameters<Parameters<typeof db.transaction>[0]>[0];
