import { firstNamed } from "@/lib/format/first-named";

/**
 * Whose hours of learning a figure holds. Money of initiatives is of the whole organisation for whoever may read it; hours are of the people the reader
 * may see. `units` names the reader's, and is empty for everybody.
 */
export type HoursOf = { of: "everybody" | "units"; units: string[] };

/** What follows hours where only their reader reads it: nothing, or ` of your units`. */
export const ofYourUnits = ({ of }: HoursOf): string => (of === "units" ? " of your units" : "");

/** The same where others may read it, too: ` of the units North; South`. */
export const ofNamedUnits = (hours: HoursOf): string => (hours.of === "units" ? ` of ${namedUnits(hours)}` : "");

/** `the unit North`, `the units North; South`. */
export const namedUnits = ({ units }: HoursOf): string =>
  units.length === 0 ? "no unit" : `the ${units.length === 1 ? "unit" : "units"} ${firstNamed(units)}`;
