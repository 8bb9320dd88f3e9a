import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Population } from "@/lib/metrics/person-periods";
import { reportingLine, type Scope } from "./scope";

/** The people of a scope, for figures taken from people rather than cells. `without` takes those of another scope out. */
export function populationOf(orgId: string, scope: Scope): Population {
  const person: SQL[] = [];
  const place: SQL[] = [];
  const { request, bounds, unitIds } = scope;
  if (unitIds) place.push(sql`place.unit_id = any(${sql.param(unitIds)}::uuid[])`);
  if (bounds.kind === "line") person.push(sql`m.person_id in (${reportingLine(orgId, bounds.personId)})`);
  if (request.kind === "site") place.push(sql`place.site_id = ${request.id}`);
  if (request.kind === "role") place.push(sql`place.role_id = ${request.id}`);
  if (request.kind === "team") {
    place.push(sql`place.team_id = ${request.id}`);
    // Whoever ever was in the team: leaves few people to look at before their place is known.
    person.push(
      sql`m.person_id in (select person_id from employments where org_id = ${orgId} and team_id = ${request.id})`,
    );
  }
  if (request.kind === "initiative") {
    const arm = request.arm ? sql`and arm = ${request.arm}` : sql``;
    person.push(sql`m.person_id in (
      select person_id from arm_members where org_id = ${orgId} and initiative_id = ${request.id} ${arm})`);
  }
  return { ...(person.length && { person: allOf(person) }), ...(place.length && { place: allOf(place) }) };
}

/** Which cells hold a scope, as a condition on metric_cells, or null where its people do not fill whole cells. */
export function cellsOf({ request, bounds, unitIds }: Scope): SQL | null {
  if (bounds.kind === "line" || request.kind === "team" || request.kind === "initiative" || request.kind === "line")
    return null;
  const units = unitIds ? sql`unit_id = any(${sql.param(unitIds)}::uuid[])` : sql`true`;
  if (request.kind === "site") return sql`level = 0 and site_id = ${request.id} and ${units}`;
  if (request.kind === "role") return sql`level = 0 and role_id = ${request.id} and ${units}`;
  return unitIds ? sql`level = 1 and ${units}` : sql`level = 2`;
}

/**
 * The finest cells of a scope, for dividing it or taking it out of another one. Null as for `cellsOf`.
 */
export function fineCellsOf(scope: Scope): SQL | null {
  const { request, bounds, unitIds } = scope;
  if (cellsOf(scope) === null || bounds.kind === "line") return null;
  const units = unitIds ? sql`unit_id = any(${sql.param(unitIds)}::uuid[])` : sql`true`;
  if (request.kind === "site") return sql`(site_id = ${request.id} and ${units})`;
  if (request.kind === "role") return sql`(role_id = ${request.id} and ${units})`;
  return sql`(${units})`;
}

function allOf(conditions: readonly SQL[]): SQL {
  return sql`(${sql.join([...conditions], sql` and `)})`;
}
