import { sql } from "drizzle-orm";
import { inTenant } from "@/lib/server/tenant-access";
import { type CapabilityFiles, capabilityFiles } from "./capability-files";
import { givenData } from "./factory";

/** The organisation, and the id of each role, site, skill, unit and person by name. */
export async function givenCapability(change: CapabilityFiles = {}) {
  const given = await givenData({ ...capabilityFiles(), ...change });
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ name: string; id: string }>(sql`
      select name, id::text from roles union all select name, id::text from sites union all select name, id::text from skills
      union all select name, id::text from business_units union all select employee_id, id::text from people
      union all select statement, id::text from behaviours`),
  );
  const ids: Record<string, string> = Object.fromEntries(rows.map((row) => [row.name, row.id]));
  return { given, id: (name: string) => ids[name] ?? `no ${name}` };
}
