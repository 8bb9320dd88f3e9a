import { isSmallGroup, minimumPeople } from "@/lib/access/privacy";
import { medianInterval } from "@/lib/stats/median-interval";
import type { Change, FigureState } from "./scorecard";

/** In smaller groups the ends of the interval would be single people's values. */
const fewestForInterval = 20;

/** The median over people of their own medians. */
export function medianState(values: readonly number[], minimum: number, how: string): FigureState {
  const people = values.length;
  if (people === 0) return { kind: "no-data", how };
  if (isSmallGroup(people, minimum)) return { kind: "withheld", minimum: minimumPeople(minimum), why: "too-few" };
  const figure = medianInterval(values);
  if (figure.value === null) return { kind: "not-estimable", reason: "too-few-people", people };
  const interval = figure.kind === "figure" && people >= fewestForInterval ? figure.interval : null;
  return {
    kind: "figure",
    value: figure.value,
    interval,
    people,
    method: figure.method,
    numerator: null,
    denominator: null,
  };
}

/** A difference of medians, without an interval: no method here gives one. */
export function medianChange(now: FigureState, then: FigureState): Change {
  if (now.kind !== "figure") return { kind: "none", reason: "" };
  if (then.kind !== "figure") return { kind: "none", reason: "There is nothing to compare with." };
  return {
    kind: "difference",
    estimate: now.value - then.value,
    interval: null,
    method: "difference_of_medians",
    verdict: "unclear",
  };
}
