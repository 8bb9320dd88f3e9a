import { type EventCount, riskDifferenceNewcombe } from "@/lib/stats/newcombe";

/** Person-weeks of each arm before anything is said; they are of at least the organisation's minimum of different people, too. */
const leastPerArm = 20;
/** Days after a nudge could be shown within which somebody learns or is seen applying. */
export const followedDays = 14;

type Outcome = { shown: number; heldOut: number; difference: number; interval: [number, number] };

/** What nudges did, in person-weeks: shares who went on to learn, and to be seen at work at the target, shown against held out. */
export type NudgeEffect =
  | { kind: "too-early"; followed: number; least: number; people: number }
  | { kind: "off" }
  | { kind: "estimate"; people: { shown: number; heldOut: number }; learned: Outcome; applied: Outcome };

export type NudgeCounts = Record<"shown" | "heldOut", { n: number; people: number; learned: number; applied: number }>;

/**
 * Difference of shares with the interval of Newcombe (1998), person-weeks taken as independent. `holdsOut` is whether anybody is held out
 * at all: without a comparison there never is an effect. Before there is one the arms are not told apart: the few of the one held back
 * would be somebody's.
 * @param minimum different people of each arm
 */
export function nudgeEffect({ shown, heldOut }: NudgeCounts, holdsOut: boolean, minimum: number): NudgeEffect {
  const least = leastPerArm;
  const isEnough = ({ n, people }: NudgeCounts["shown"]) => n >= least && people >= minimum;
  if (!holdsOut && !isEnough(heldOut)) return { kind: "off" };
  if (!isEnough(shown) || !isEnough(heldOut))
    return { kind: "too-early", followed: shown.n + heldOut.n, least, people: minimum };
  const outcome = (name: "learned" | "applied"): Outcome => {
    const treated: EventCount = { n: shown.n, events: shown[name] };
    const control: EventCount = { n: heldOut.n, events: heldOut[name] };
    const found = riskDifferenceNewcombe({ treated, control });
    if (found.kind !== "estimate") throw new Error("Both arms have people");
    return {
      shown: treated.events / treated.n,
      heldOut: control.events / control.n,
      difference: found.estimate,
      interval: [found.interval[0], found.interval[1]],
    };
  };
  return {
    kind: "estimate",
    people: { shown: shown.n, heldOut: heldOut.n },
    learned: outcome("learned"),
    applied: outcome("applied"),
  };
}
