import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Bounds, unitsBelow } from "@/lib/access/scope";
import { parseScope } from "@/lib/access/scope-request";

/** Bounds by place: a reporting line is none. */
type PlaceBounds = Exclude<Bounds, { kind: "line" }>;

/** Whom a survey of a unit may ask; null: everybody. */
export const boundsOf = async (tx: Tx, unitId: string | null): Promise<PlaceBounds> =>
  unitId === null ? { kind: "everybody" } : { kind: "units", unitIds: await unitsBelow(tx, [unitId]) };

/** Whoever is employed today within the bounds, as (person_id, unit_id, team_id, role_id). */
export const employedToday = (orgId: string, bounds: PlaceBounds): SQL => sql`
  select person_id, unit_id, team_id, role_id from employments
  where org_id = ${orgId} and starts_on <= current_date and (ends_on is null or ends_on > current_date)
    and ${bounds.kind === "units" ? sql`unit_id = any(${sql.param(bounds.unitIds)}::uuid[])` : sql`true`}`;

/** The people of a group as an address names it ("unit:<id>", "initiative:<id>:<arm>"), employee ids in order. Null where it names none. */
export async function readGroup(
  tx: Tx,
  orgId: string,
  bounds: PlaceBounds,
  group: string,
): Promise<{ personId: string; employeeId: string }[] | null> {
  const request = parseScope(group);
  if (!request || request.kind === "line" || request.kind === "site") return null;
  const isIn = {
    org: async () => sql`true`,
    unit: async (id: string) => sql`e.unit_id = any(${sql.param(await unitsBelow(tx, [id]))}::uuid[])`,
    team: async (id: string) => sql`e.team_id = ${id}::uuid`,
    role: async (id: string) => sql`e.role_id = ${id}::uuid`,
    initiative: async (id: string) => sql`e.person_id in (
      select person_id from arm_members where org_id = ${orgId} and initiative_id = ${id}::uuid
        and ${request.kind === "initiative" && request.arm ? sql`arm = ${request.arm}` : sql`true`})`,
  };
  const where = request.kind === "org" ? await isIn.org() : await isIn[request.kind](request.id);
  const { rows } = await tx.execute<{ personId: string; employeeId: string }>(sql`
    select p.id as "personId", p.employee_id as "employeeId" from (${employedToday(orgId, bounds)}) e
    join people p on p.org_id = ${orgId} and p.id = e.person_id where ${where} order by p.employee_id collate "C"`);
  return rows;
}
