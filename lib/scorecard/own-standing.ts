import type { OwnStanding, Point } from "./scorecard";

/** Convention: with fewer earlier periods than this nothing is said of a figure's own history. */
const leastEarlier = 4;

/**
 * How the last figure of a course stands in it. `highest` and `lowest` are sure where it differs from every single earlier figure beyond chance:
 * each of those tests at 5% makes all of them together one at 5% (intersection-union, Berger 1982). The difference of two figures is judged by
 * their own 95% intervals, squared distances added (Zou and Donner 2008; for shares this is Newcombe's method), periods taken as independent.
 * Null where the last period has no figure, or under four earlier ones have.
 */
export function ownStanding(history: readonly Point[]): OwnStanding | null {
  const last = history.at(-1)?.state;
  const earlier = history.slice(0, -1).flatMap(({ state }) => (state.kind === "figure" ? [state] : []));
  if (last?.kind !== "figure" || earlier.length < leastEarlier) return null;
  const values = earlier.map(({ value }) => value);
  const range: [number, number] = [Math.min(...values), Math.max(...values)];
  const place = last.value > range[1] ? "highest" : last.value < range[0] ? "lowest" : "within";
  const isSure =
    place !== "within" && earlier.every((one) => (place === "highest" ? isAbove(last, one) : isAbove(one, last)));
  return { place, isSure, range, above: values.filter((value) => value < last.value).length, earlier: earlier.length };
}

type Told = { value: number; interval: [number, number] | null };

/** Whether one figure lies above another by more than chance explains. */
function isAbove(upper: Told, lower: Told): boolean {
  if (!upper.interval || !lower.interval) return false;
  const [down, up] = [upper.value - upper.interval[0], lower.interval[1] - lower.value];
  return upper.value - lower.value > Math.hypot(down, up);
}
