import "server-only";
import type { Tx } from "@/db/client";
import { withheldGroups } from "@/lib/access/privacy";
import { type Bounds, defaultScope, resolveScope, type Scope } from "@/lib/access/scope";
import type { Period } from "@/lib/metrics/period";
import { readSiblings } from "./read-siblings";
import { readSums } from "./read-sums";
import type { Division } from "./sums-question";

type Question = { orgId: string; bounds: Bounds; scope: Scope; periods: readonly Period[]; minimum: number };

/**
 * In which periods (by first day, of one grain) a unit, role or site must be withheld because one beside it is too small: the whole
 * less the others would show that one. Decided by the same rule as the groups of a table, so that a group withheld there cannot be
 * had by its own address.
 */
export async function givenAwayIn(tx: Tx, { orgId, bounds, scope, periods, minimum }: Question): Promise<Set<string>> {
  const { request } = scope;
  if (request.kind !== "unit" && request.kind !== "role" && request.kind !== "site") return new Set();
  const siblings = request.kind === "unit" ? await readSiblings(tx, orgId, request.id) : null;
  const whole = siblings
    ? siblings.parentId && (await resolveScope(tx, bounds, { kind: "unit", id: siblings.parentId }))
    : await resolveScope(tx, bounds, defaultScope(bounds));
  if (!whole) return new Set();
  const division: Division = siblings ? { by: "unit", into: siblings.into } : { by: request.kind };
  const rows = await readSums(tx, { orgId, scope: whole, periods, metrics: ["reach"], division });
  const isWithheld = ({ start }: Period) => {
    const groups = rows.filter((row) => row.start === start).map(({ group, people }) => ({ id: group, people }));
    return withheldGroups(groups, minimum).has(request.id);
  };
  return new Set(periods.filter(isWithheld).map(({ start }) => start));
}
