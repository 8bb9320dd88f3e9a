import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { seesEverybody } from "./policy";
import { type ScopeRequest, scopeText } from "./scope-request";
import type { Viewer } from "./viewer";

/** What a viewer may see at most: everybody, the people of some units, or those who report to them. */
export type Bounds = { kind: "everybody" } | { kind: "units"; unitIds: string[] } | { kind: "line"; personId: string };

/** A group of people a viewer may see as figures. */
export type Scope = {
  /** As in the address; the same text and bounds are the same people. */
  text: string;
  label: string;
  request: ScopeRequest;
  bounds: Bounds;
  /** The units it is made of, below and including a chosen one; null where units do not limit it. */
  unitIds: string[] | null;
};

/** The widest bounds among the viewer's roles; null where none of them opens the scorecard. */
export async function readBounds(tx: Tx, viewer: Viewer): Promise<Bounds | null> {
  if (seesEverybody(viewer.roles)) return { kind: "everybody" };
  if (viewer.roles.includes("hrbp") && viewer.units.length > 0) {
    return { kind: "units", unitIds: await unitsBelow(tx, viewer.units) };
  }
  if (viewer.roles.includes("manager") && viewer.personId) return { kind: "line", personId: viewer.personId };
  return null;
}

/** What a viewer sees when they ask for nothing in particular. */
export function defaultScope(bounds: Bounds): ScopeRequest {
  return { kind: bounds.kind === "line" ? "line" : "org" };
}

/**
 * The scope a viewer asks for, kept within their bounds; null where it does not exist or lies wholly outside (a page answers 404).
 * `org` within bounds is everybody in them; a site, role, team or initiative is cut to them.
 */
export async function resolveScope(tx: Tx, bounds: Bounds, request: ScopeRequest): Promise<Scope | null> {
  const text = scopeText(request);
  const boundUnits = bounds.kind === "units" ? bounds.unitIds : null;
  if (request.kind === "org" || request.kind === "line") {
    if ((request.kind === "line") !== (bounds.kind === "line")) return null;
    const label = { everybody: "Whole organisation", units: "Your units", line: "Your reporting line" }[bounds.kind];
    return { text, label, request, bounds, unitIds: boundUnits };
  }
  const label = await nameOf(tx, request);
  if (label === null) return null;
  if (request.kind !== "unit") return { text, label, request, bounds, unitIds: boundUnits };

  const below = await unitsBelow(tx, [request.id]);
  if (boundUnits && !boundUnits.includes(request.id)) return null;
  return { text, label, request, bounds, unitIds: below };
}

const tables = {
  unit: ["business_units", "name"],
  site: ["sites", "name"],
  role: ["roles", "name"],
  team: ["teams", "name"],
  initiative: ["initiatives", "title"],
} as const;

async function nameOf(tx: Tx, request: Exclude<ScopeRequest, { kind: "org" | "line" }>): Promise<string | null> {
  const [table, column] = tables[request.kind];
  const { rows } = await tx.execute<{ name: string }>(sql`
    select ${sql.identifier(column)} as name from ${sql.identifier(table)} where id = ${request.id}`);
  const name = rows[0]?.name ?? null;
  return name !== null && request.kind === "initiative" && request.arm ? `${name}: ${request.arm}` : name;
}

/** The ids of these units and of all below them. */
export async function unitsBelow(tx: Tx, roots: readonly string[]): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with recursive below as (
      select id, org_id from business_units where id = any(${sql.param(roots)}::uuid[])
      union select u.id, u.org_id from business_units u join below on u.org_id = below.org_id and u.parent_id = below.id
    ) select id from below order by id`);
  return rows.map((row) => row.id);
}

/** Everybody who reports to a person today, directly or through others, as `select person_id`. */
export function reportingLine(orgId: string, personId: string): SQL {
  return sql`
    with recursive line (person_id) as (
      select person_id from employments
      where org_id = ${orgId} and manager_id = ${personId} and starts_on <= current_date and (ends_on is null or ends_on > current_date)
      union
      select e.person_id from employments e join line on e.manager_id = line.person_id
      where e.org_id = ${orgId} and e.starts_on <= current_date and (e.ends_on is null or e.ends_on > current_date)
    ) select person_id from line where person_id <> ${personId}`;
}
