import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { closePool } from "@/db/client";
import { defaultFolder } from "@/db/embedded";
import { withEphemeralPostgres } from "@/db/embedded-ephemeral";
import { migrate } from "@/db/migrate";

type Cluster = {
  url: string;
  /** Connected as the owner: sees every organisation and may make tables. */
  owner: pg.Client;
};

/** `durable` writes as npm start does (fsync, synchronous commit, full pages); `throw-away` leaves all of that out. */
export async function onCluster<Output>(
  kind: "durable" | "throw-away",
  work: (cluster: Cluster) => Promise<Output>,
): Promise<Output> {
  return withEphemeralPostgres(
    async (url) => {
      await migrate(url);
      process.env.DATABASE_URL = url;
      const owner = new pg.Client(url);
      await owner.connect();
      try {
        return await work({ url, owner });
      } finally {
        await owner.end();
        await closePool();
      }
    },
    kind === "durable" ? { settings: {} } : {},
  );
}

/** A folder that lives as long as the work, on the disk the databases are on. */
export async function inFolder<Output>(work: (folder: string) => Promise<Output>): Promise<Output> {
  mkdirSync(defaultFolder(), { recursive: true });
  const folder = mkdtempSync(path.join(defaultFolder(), "bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
