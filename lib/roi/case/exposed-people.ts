import type { FoundInitiative } from "./find-initiatives";

/**
 * People an effect was found for, as heads: those of the treated arms who were exposed, or all of an arm of which no file says when. In a roll-out by
 * waves also those who started during the follow-up, whose effect the average holds. Before there is an evaluation: those who were exposed so far.
 */
export function exposedHeads({ result, design, exposed, meant }: FoundInitiative): number {
  if (!result) return exposed > 0 ? exposed : meant;
  const isTreated = ({ arm, label }: (typeof result.arms)[number]) =>
    arm === "treated" || (design === "phased" && arm === null && label !== "control");
  return result.arms.filter(isTreated).reduce((sum, arm) => sum + (arm.exposed > 0 ? arm.exposed : arm.people), 0);
}

/**
 * People an effect is counted for: each counts for the part of the year from their exposure in which they were employed, since who has left brings
 * nothing any more. Rounded as it is shown, so that whoever multiplies what is shown gets the figure.
 */
export const exposedPeople = (initiative: FoundInitiative): number =>
  Math.round(initiative.stayed * exposedHeads(initiative) * 100) / 100;
