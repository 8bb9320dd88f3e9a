import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { formerWords } from "@/lib/skills/former-words";
import type { Directory } from "./employment-claims";

/** Ids of units (by path), sites, teams and roles by name; of a role that was renamed also by the names it had. */
export async function readDirectory(tx: Tx, orgId: string): Promise<Directory> {
  const { rows } = await tx.execute<{ kind: keyof Directory; name: string; id: string }>(sql`
    select 'unit' as kind, path as name, id from business_units where org_id = ${orgId}
    union all select 'site', name, id from sites where org_id = ${orgId}
    union all select 'team', name, id from teams where org_id = ${orgId}
    union all select 'role', name, id from roles where org_id = ${orgId}
    union all select 'role', name, id from (${formerWords(orgId, "role")}) former`);
  const of = (kind: keyof Directory) =>
    new Map(rows.filter((row) => row.kind === kind).map((row) => [row.name, row.id] as const));
  return { unit: of("unit"), site: of("site"), team: of("team"), role: of("role") };
}
