import type { FoundInitiative } from "./find-initiatives";

/**
 * People an effect is counted for: those of the treated arms who were exposed, or all of an arm of which no file says when. In a roll-out by waves
 * also those who started during the follow-up, whose effect the average holds. Before there is an evaluation: those who were exposed so far.
 */
export function exposedPeople({ result, design, exposed, meant }: FoundInitiative): number {
  if (!result) return exposed > 0 ? exposed : meant;
  const isTreated = ({ arm, label }: (typeof result.arms)[number]) =>
    arm === "treated" || (design === "phased" && arm === null && label !== "control");
  return result.arms.filter(isTreated).reduce((sum, arm) => sum + (arm.exposed > 0 ? arm.exposed : arm.people), 0);
}
