import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { maturityLevels } from "@/db/schema/maturity";
import type { Criterion, Level } from "./criteria";

type FoundLevel = { roleId: string; siteId: string | null; level: Level; criteria: readonly Criterion[] };
export type KnownLevel = { level: Level; since: string; before: Level | null };

type Notes = { orgId: string; writes: boolean; found: readonly FoundLevel[] };

/**
 * Since when each place (`<role> <site>`) has its level, and what it was before. Levels that changed are noted as of now where `writes`;
 * people without a site have no place to be noted for.
 */
export async function noteLevels(tx: Tx, { orgId, writes, found }: Notes): Promise<Map<string, KnownLevel>> {
  const changedSince = (known: Map<string, KnownLevel>) =>
    found.filter(({ roleId, siteId, level }) => siteId !== null && known.get(`${roleId} ${siteId}`)?.level !== level);
  const before = await readKnown(tx, orgId);
  if (!writes || changedSince(before).length === 0) return before;
  // Two who look at the same moment note a change once; who finds nothing changed waits for nobody.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`maturity of ${orgId}`}, 0))`);
  const known = await readKnown(tx, orgId);
  const changed = changedSince(known);
  if (changed.length === 0) return known;
  await tx.insert(maturityLevels).values(
    changed.map(({ roleId, siteId, level, criteria }) => ({
      orgId,
      roleId,
      siteId: siteId ?? "",
      level,
      criteria: Object.fromEntries(criteria.map(({ id, met }) => [id, met])),
    })),
  );
  return readKnown(tx, orgId);
}

async function readKnown(tx: Tx, orgId: string): Promise<Map<string, KnownLevel>> {
  const { rows } = await tx.execute<KnownLevel & { key: string }>(sql`
    select distinct on (role_id, site_id) role_id || ' ' || site_id as key, level,
      to_char(since at time zone 'UTC', 'YYYY-MM-DD') as since,
      lead(level) over (partition by role_id, site_id order by since desc) as before
    from maturity_levels where org_id = ${orgId} order by role_id, site_id, maturity_levels.since desc`);
  return new Map(rows.map(({ key, ...level }) => [key, level]));
}
