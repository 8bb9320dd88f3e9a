import { sql } from "drizzle-orm";
import { closePool, db } from "@/db/client";
import { rebuildRollups } from "@/lib/rollups/refresh-rollups";
import { verifyRollups } from "@/lib/rollups/verify-rollups";
import { inTenant } from "@/lib/server/tenant-access";
import { openAppDatabase } from "./app-database";

const [verb, , name] = process.argv.slice(2);
if ((verb !== "verify" && verb !== "repair") || process.argv[3] !== "--org" || !name) {
  console.error("Usage: npm run rollups -- verify|repair --org NAME");
  process.exit(2);
}

const database = await openAppDatabase();
try {
  const { rows } = await db.execute<{ id: string | null }>(sql`select find_organisation(${name}) as id`);
  const orgId = rows[0]?.id;
  if (!orgId) throw new Error(`There is no organisation called ${name}.`);
  const differences = await inTenant(orgId, async (tx) => {
    if (verb === "repair") await rebuildRollups(tx, orgId);
    return verifyRollups(tx, orgId);
  });
  for (const difference of differences) console.log(JSON.stringify(difference));
  console.error(
    differences.length === 0 ? "Every rollup equals the facts." : `${differences.length} rows differ from the facts.`,
  );
  process.exitCode = differences.length === 0 ? 0 : 1;
} finally {
  await closePool();
  await database.close();
}
