import type { Choices } from "./choices";
import { detectableOf } from "./detectable";
import { type Case, type Judged, judge, judgeDesigns } from "./judge-designs";
import { hasNoise, noiseOf } from "./noise";
import { periodsIn } from "./plan-calendar";

type Change = Partial<Pick<Choices, "weeks" | "before" | "every" | "waves" | "share" | "size" | "scale" | "design">>;
export type Alternative = { id: string; change: Change; judged: Judged };

/** A case with some choices made otherwise; the history is rehearsed anew. */
function otherwise(given: Case, change: Change): Case {
  const choices = { ...given.choices, ...change };
  const { kind } = given.history;
  const [before, after, every] = [choices.before, choices.weeks, choices.every].map((weeks) => periodsIn(weeks, kind));
  const timing = { before: before ?? 1, after: after ?? 1, every: every ?? 1 };
  const log = choices.scale === "log";
  const noise = noiseOf(given.history, given.history.people, { ...timing, log });
  return { ...given, ...timing, choices, noise, transform: { ...given.transform, log } };
}

/** Trades around a design: each with what it would see instead. Only those the history can rehearse, and that see more than now. */
export function alternativesOf(given: Case, current: Judged): Alternative[] {
  const { choices } = given;
  const { design, lots } = current;
  const size = lots.treated + lots.control;
  const asked: [string, Change][] = [];
  if (design !== "before_after" && design !== "comparison") {
    if (size < lots.available) asked.push(["all", { size: null }]);
    asked.push(["half-more", { size: Math.ceil(size * 1.5) }], ["twice", { size: size * 2 }]);
  }
  if (design === "phased")
    asked.push(["slower", { every: choices.every * 2 }], ["more-waves", { waves: Math.min(6, choices.waves + 1) }]);
  else asked.push(["longer", { weeks: Math.min(104, choices.weeks * 2) }]);
  if (choices.before < 52) asked.push(["baseline", { before: choices.before * 2 }]);
  if ((design === "randomised" || design === "cluster_randomised") && choices.share !== 50)
    asked.push(["halves", { share: 50 }]);
  if (choices.scale === "plain") asked.push(["log", { scale: "log" }]);
  const found = asked.flatMap(([id, change]): Alternative[] => {
    const other = otherwise(given, change);
    if (hasNoise(other.noise) && hasNoise(given.noise) && other.noise.isShort && !given.noise.isShort) return [];
    return [{ id, change, judged: judge(design, other) }];
  });
  const designs = judgeDesigns(given)
    .filter((judged) => judged.design !== design && judged.obstacle === null && judged.grade <= current.grade)
    .map((judged): Alternative => ({ id: judged.design, change: { design: judged.design, size: null }, judged }));
  const now = current.detectable?.effect ?? Number.POSITIVE_INFINITY;
  return [...found, ...designs]
    .filter(({ judged }) => (judged.detectable?.effect ?? Number.POSITIVE_INFINITY) < 0.98 * now)
    .sort((left, right) => (left.judged.detectable?.effect ?? 0) - (right.judged.detectable?.effect ?? 0));
}

/**
 * How many lots it would take to see an effect, the error shrinking with their root and each bringing a degree of freedom; null where ten
 * times as many would not do, and where no lots are drawn.
 */
export function lotsNeeded(given: Case, { design, lots, precision }: Judged, effect: number): number | null {
  if (precision?.kind !== "precision" || design === "before_after") return null;
  const now = lots.treated + lots.control;
  const sees = (size: number) => {
    const standardError = precision.standardError * Math.sqrt(now / size);
    const degreesOfFreedom = Math.max(1, precision.degreesOfFreedom + size - now);
    const found = detectableOf({ ...precision, standardError, degreesOfFreedom }, given.transform);
    return found !== null && found.effect <= effect;
  };
  const most = 10 * Math.max(now, lots.available);
  const detectable = detectableOf(precision, given.transform)?.effect ?? Number.POSITIVE_INFINITY;
  if (detectable <= effect) return now;
  // With the error alone; the degrees of freedom change it by little.
  const guess = now * (detectable / effect) ** 2;
  let [low, high] = [Math.max(now, Math.floor(0.7 * guess)), Math.min(most, Math.ceil(1.1 * guess) + 1)];
  if (sees(low)) low = now;
  if (!sees(high)) high = most;
  if (!(guess <= 2 * most) || !sees(high)) return null;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (sees(middle)) high = middle;
    else low = middle;
  }
  return high;
}

export type Course = { weeks: number; periods: number; effect: number }[];

const lengths = [4, 8, 12, 16, 20, 26, 39, 52];
/** With many fewer people who have values all through, it would be another comparison. */
const leastOfPeople = 0.8;

/** What could be seen after how many weeks (of a phased roll-out: from wave to wave), as far as the history can rehearse it. */
export function courseOf(given: Case, current: Judged): Course {
  const { kind } = given.history;
  const own = current.design === "phased" ? given.choices.every : given.choices.weeks;
  const weeks = [...new Set([...lengths, own])].sort((left, right) => left - right);
  const seen = new Set<number>();
  return weeks.flatMap((length) => {
    const periods = periodsIn(length, kind);
    if (seen.has(periods) && length !== own) return [];
    seen.add(periods);
    const other = otherwise(given, current.design === "phased" ? { every: length } : { weeks: length });
    if (!hasNoise(given.noise) || !hasNoise(other.noise) || (other.noise.isShort && current.design !== "phased"))
      return [];
    if (other.noise.people < leastOfPeople * given.noise.people) return [];
    const effect = judge(current.design, other).detectable?.effect;
    return effect === undefined ? [] : [{ weeks: length, periods, effect }];
  });
}
