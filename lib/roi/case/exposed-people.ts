import type { FoundInitiative } from "./find-initiatives";

/**
 * People an effect is counted for: those of the treated arms who were exposed, or all of an arm of which no file says when. In a roll-out by waves
 * also those who started during the follow-up, whose effect the average holds. Before there is an evaluation: those who were exposed so far.
 * Each counts for the part of the year from their exposure in which they were employed: who has left brings nothing any more.
 */
export function exposedPeople({ result, design, exposed, meant, stayed }: FoundInitiative): number {
  if (!result) return toHundredths(stayed * (exposed > 0 ? exposed : meant));
  const isTreated = ({ arm, label }: (typeof result.arms)[number]) =>
    arm === "treated" || (design === "phased" && arm === null && label !== "control");
  const treated = result.arms
    .filter(isTreated)
    .reduce((sum, arm) => sum + (arm.exposed > 0 ? arm.exposed : arm.people), 0);
  return toHundredths(stayed * treated);
}

/** As it is shown, so that whoever multiplies what is shown gets the figure. */
const toHundredths = (people: number) => Math.round(people * 100) / 100;
