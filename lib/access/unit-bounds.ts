import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { businessUnits } from "@/db/schema/structure";
import { may, type Permission, seesEverybody } from "./policy";
import { unitsBelow } from "./scope";
import type { Viewer } from "./viewer";

/** Units by their ids; `all` also stands for what is in no unit. */
export type UnitBounds = { sees: "all" | Set<string>; edits: "all" | Set<string> };

/**
 * What a viewer sees and edits of things that stand in a unit or in none, where `toEdit` is what editing takes. Who sees the whole organisation sees
 * all; who serves units edits what is in them, and sees beside that what is in the units above and what is in no unit, because that reaches theirs, too.
 */
export async function readUnitBounds(tx: Tx, viewer: Viewer, toEdit: Permission): Promise<UnitBounds> {
  const everywhere = viewer.roles.filter((role) => seesEverybody([role]));
  const own = may(viewer.roles, toEdit) ? await unitsBelow(tx, viewer.units) : [];
  if (everywhere.length > 0) return { sees: "all", edits: may(everywhere, toEdit) ? "all" : new Set(own) };
  return { sees: new Set([...own, ...(await unitsAbove(tx, viewer.orgId, viewer.units))]), edits: new Set(own) };
}

async function unitsAbove(tx: Tx, orgId: string, units: readonly string[]): Promise<string[]> {
  if (units.length === 0) return [];
  const own = tx
    .select({ path: businessUnits.path })
    .from(businessUnits)
    .where(and(eq(businessUnits.orgId, orgId), inArray(businessUnits.id, [...units])));
  const rows = await tx
    .select({ id: businessUnits.id })
    .from(businessUnits)
    .where(
      and(
        eq(businessUnits.orgId, orgId),
        sql`exists (select from ${own} own where starts_with(own.path, ${businessUnits.path} || ' / '))`,
      ),
    );
  return rows.map(({ id }) => id);
}

export const isIn = (units: "all" | ReadonlySet<string>, unitId: string | null): boolean =>
  units === "all" || (unitId !== null && units.has(unitId));

/** What is in no unit is everybody's to see. */
export const isSeen = ({ sees }: UnitBounds, unitId: string | null): boolean => unitId === null || isIn(sees, unitId);
