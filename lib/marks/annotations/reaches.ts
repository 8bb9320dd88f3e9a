import type { Bounds } from "@/lib/access/scope";

/** Whether somebody with these bounds may write on a unit's figures; a unit of null is everybody's. */
export function reaches(bounds: Bounds | null, unitId: string | null): boolean {
  if (bounds?.kind === "everybody") return true;
  return bounds?.kind === "units" && unitId !== null && bounds.unitIds.includes(unitId);
}
