import { addDays, daysBetween } from "@/lib/days";
import { isExpired } from "./expiry";
import type { EvidenceRules } from "./rules";
import { ageWeight } from "./states/ageing";
import { tolerance } from "./states/agreement";
import type { SkillStatus } from "./states/skill-state";

/**
 * What a state says on a day: its own status, or that the skill is no longer seen, because what was seen has aged, or that what was known of it
 * has expired, because nothing but a test or certificate of long ago speaks.
 */
export type Standing = {
  status: SkillStatus | "no_longer_seen" | "expired";
  /** Fresh ratings all that was seen is worth on that day. */
  strength: number;
  /** First day on which it is, or will be, worth less than the rules ask; null where nobody saw it, or nothing ages out. */
  fallsOn: string | null;
};
type Aged = {
  status: SkillStatus;
  strength: number;
  seenOn: string | null;
  halfLifeDays: number;
  recalledOn: string | null;
  certifiedOn: string | null;
};
type AgeingRules = Pick<EvidenceRules, "leastStrength" | "certificateDays">;

/** Applies ageing to a row of skill_states. `day` as YYYY-MM-DD; a day before the skill was seen counts as the day it was seen. */
export function standingOn(state: Aged, rules: AgeingRules, day: string): Standing {
  const { seenOn, halfLifeDays } = state;
  if (seenOn === null) {
    const tests = [state.recalledOn, state.certifiedOn].filter((on) => on !== null);
    const hasExpired = state.status === "recalled" && tests.every((on) => isExpired(on, rules, day));
    return { status: hasExpired ? "expired" : state.status, strength: 0, fallsOn: null };
  }
  const strength = state.strength * ageWeight(daysBetween(seenOn, day), halfLifeDays);
  const fallsOn = fallingDay(state.strength, seenOn, halfLifeDays, rules.leastStrength);
  return { status: isSeen(strength, rules) ? state.status : "no_longer_seen", strength, fallsOn };
}

const isSeen = (strength: number, { leastStrength }: Pick<EvidenceRules, "leastStrength">) =>
  strength > 0 && strength >= leastStrength - tolerance;

function fallingDay(strength: number, seenOn: string, halfLifeDays: number, least: number): string | null {
  if (least <= 0) return null;
  const days = Math.max(0, Math.floor(halfLifeDays * Math.log2(strength / least) + 1e-6) + 1);
  return addDays(seenOn, days);
}
