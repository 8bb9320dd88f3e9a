import "server-only";
import type { Tx } from "@/db/client";
import { withheldGroups } from "@/lib/access/privacy";
import { type Bounds, defaultScope, resolveScope, type Scope } from "@/lib/access/scope";
import type { Period } from "@/lib/metrics/period";
import { readSiblings } from "./read-siblings";
import { type Division, readSums } from "./read-sums";

type Question = { orgId: string; bounds: Bounds; scope: Scope; period: Period; minimum: number };

/**
 * True where a unit, role or site must be withheld because one beside it is too small: the whole less the others would show that one.
 * Decided by the same rule as the groups of a table, so that a group withheld there cannot be had by its own address.
 */
export async function isGivenAway(tx: Tx, { orgId, bounds, scope, period, minimum }: Question): Promise<boolean> {
  const { request } = scope;
  if (request.kind !== "unit" && request.kind !== "role" && request.kind !== "site") return false;
  const siblings = request.kind === "unit" ? await readSiblings(tx, orgId, request.id) : null;
  const whole = siblings
    ? siblings.parentId && (await resolveScope(tx, bounds, { kind: "unit", id: siblings.parentId }))
    : await resolveScope(tx, bounds, defaultScope(bounds));
  if (!whole) return false;
  const division: Division = siblings ? { by: "unit", into: siblings.into } : { by: request.kind };
  const rows = await readSums(tx, { orgId, scope: whole, periods: [period], metrics: ["reach"], division });
  const groups = rows.map(({ group, people }) => ({ id: group, people }));
  return withheldGroups(groups, minimum).has(request.id);
}
