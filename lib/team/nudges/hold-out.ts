import { createHash } from "node:crypto";

/**
 * Whether a person's nudges of a week are held out: drawn from organisation, person and week, so that every nudge of the week meets the
 * same fate and nobody chooses it. `share` is from 0 to 1.
 */
export function isHeldOut(orgId: string, personId: string, week: string, share: number): boolean {
  const drawn = createHash("sha256").update(`${orgId} ${personId} ${week}`).digest().readUIntBE(0, 6);
  return drawn / 2 ** 48 < share;
}
