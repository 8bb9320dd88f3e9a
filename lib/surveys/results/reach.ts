import { isIn, isSeen, type UnitBounds } from "@/lib/access/unit-bounds";

/** `whole`: all of a survey's answers; `units`: no more than those of the viewer's own units, because it asks others, too. */
export type Reach = "whole" | "units";

/** How much of a survey that asks this unit (null: everybody) a viewer sees; null: that there is one is not told. */
export function reachOf(bounds: UnitBounds, unitId: string | null): Reach | null {
  if (bounds.sees === "all" || isIn(bounds.edits, unitId)) return "whole";
  return isSeen(bounds, unitId) ? "units" : null;
}
