import { fixedNormal } from "./random";
import type { WrittenBehaviour } from "./role-source";
import { roleCodes } from "./roles";

/**
 * Single behaviours about which the evidence says that the taxonomy should be looked at, so that there is something to propose. No
 * initiative names one of them, and what others are rated on does not change by them.
 */

/** Everybody does it every time: it tells nobody apart. */
const alwaysDone = "Scans the bin before the item";
/** Each rater understands something else by it. */
const withoutStandard = "Offers the next useful step without being asked";
/** Nobody has been rated on it since. */
const forgotten = { statement: "Follows the lubrication plan of the maker", from: "2025-09" };

/** Written down when the role was, and never seen since. */
export const neverSeen: ReadonlyMap<string, WrittenBehaviour> = new Map([
  [
    roleCodes.billing,
    ["23243", "Monitoring", "judgment", 3, "Explains to Finance in one page why a difference keeps coming back"],
  ],
]);

export const isForgotten = (statement: string, month: { name: string }): boolean =>
  statement === forgotten.statement && month.name >= forgotten.from;

/** What a rating of such a behaviour lies away from what anybody else's would. Draws nothing from the stream of the ratings. */
export function oddityOf(seed: number, statement: string, keys: readonly number[]): number {
  if (statement === alwaysDone) return 3;
  return statement === withoutStandard ? 1.8 * fixedNormal(seed, "no common standard", ...keys) : 0;
}
