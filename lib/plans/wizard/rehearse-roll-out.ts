import { grouped } from "@/lib/grouped";
import { shuffle } from "@/lib/plans/draw-lots";
import { momentsOf } from "@/lib/stats/moments";
import { type NoPrecision, type Precision, precision } from "@/lib/stats/power/precision";
import { seededRandom } from "@/lib/stats/random";
import { clusterOf, type History, type PersonHistory, valueOver } from "./people-history";

export type RollOut = {
  /** Lots are drawn among teams, else among people. */
  byTeam: boolean;
  /** In periods. */
  before: number;
  waves: number;
  every: number;
  log: boolean;
};

const rehearsals = 300;
/** Of more lots every so many-th is rehearsed: the error shrinks with the root of their number. */
const mostLots = 2_000;
const method = "plan_roll_out_rehearsed";

/**
 * What a phased roll-out would have said of nothing ("plan_roll_out_rehearsed"): the waves are drawn many times over the last periods of
 * the history, in which nobody was started, and the effect is computed each time as the evaluation would (simple average of group-time
 * effects, not yet treated as comparison; Callaway and Sant'Anna 2021). The spread of those answers is the error to expect; it holds
 * what is alike in teams and over time without a model of it. t with lots - waves degrees of freedom.
 */
export function rehearseRollOut(
  history: History,
  people: readonly PersonHistory[],
  { byTeam, before, waves, every, log }: RollOut,
  seed: number,
): Precision | NoPrecision {
  const width = before + (waves - 1) * every;
  const first = history.periods.length - width;
  if (first < 0 || width < 2) return { kind: "not-estimable", method, reason: "too-few-people" };
  const complete = people.flatMap((person) => {
    const course = Array.from({ length: width }, (_, at) => {
      const value = valueOver(person, { first: first + at, last: first + at });
      return log && value !== null ? (value > 0 ? Math.log(value) : null) : value;
    });
    return course.every((value) => value !== null) ? [{ lot: byTeam ? clusterOf(person) : person.id, course }] : [];
  });
  const all = [...grouped(complete, ({ lot }) => lot).values()].map((members) => ({
    n: members.length,
    sums: Array.from({ length: width }, (_, at) => members.reduce((sum, { course }) => sum + (course[at] ?? 0), 0)),
  }));
  if (all.length <= waves) return { kind: "not-estimable", method, reason: "too-few-clusters" };
  const step = Math.ceil(all.length / mostLots);
  const lots = all.filter((_, at) => at % step === 0);
  const { uniform } = seededRandom(seed);
  const answers: number[] = [];
  for (let turn = 0; turn < rehearsals; turn += 1) {
    shuffle(lots, uniform);
    const answer = simpleEffect(wavesOf(lots, { before, waves, every, width }));
    if (answer !== null) answers.push(answer);
  }
  if (answers.length < rehearsals / 2) return { kind: "not-estimable", method, reason: "no-comparison" };
  const standardError = Math.sqrt((momentsOf(answers).variance * lots.length) / all.length);
  return precision(method, standardError, all.length - waves);
}

type LotSums = { n: number; sums: readonly number[] };

/** The lots in their order, cut into waves as equal as whole lots allow. */
function wavesOf(
  lots: readonly LotSums[],
  { before, waves, every, width }: Pick<RollOut, "before" | "waves" | "every"> & { width: number },
): WaveMeans[] {
  return Array.from({ length: waves }, (_, wave) => {
    const from = Math.floor((wave * lots.length) / waves);
    const to = Math.floor(((wave + 1) * lots.length) / waves);
    const total = new Float64Array(width);
    let n = 0;
    for (let at = from; at < to; at += 1) {
      const lot = lots[at];
      n += lot?.n ?? 0;
      for (let time = 0; time < width; time += 1) total[time] = (total[time] ?? 0) + (lot?.sums[time] ?? 0);
    }
    return { starts: before + wave * every, n, means: Array.from(total, (sum) => sum / n) };
  });
}

type WaveMeans = { starts: number; n: number; means: readonly number[] };

/**
 * The simple average of group-time effects, not yet treated as comparison, everybody treated in the end: ATT(g, t) is the change of wave
 * g since its last period before, less that of all waves that start after t. Null where no wave has anybody to compare with.
 */
export function simpleEffect(waves: readonly WaveMeans[]): number | null {
  const width = Math.max(0, ...waves.map(({ starts }) => starts));
  let [total, weight] = [0, 0];
  for (const { starts, n, means } of waves) {
    if (n === 0) continue;
    for (let time = starts; time < width; time += 1) {
      const others = waves.filter((other) => other.starts > time && other.n > 0);
      const count = others.reduce((sum, other) => sum + other.n, 0);
      if (count === 0) continue;
      const change = (wave: WaveMeans) => (wave.means[time] ?? 0) - (wave.means[starts - 1] ?? 0);
      const expected = others.reduce((sum, other) => sum + (other.n / count) * change(other), 0);
      total += n * (change({ starts, n, means }) - expected);
      weight += n;
    }
  }
  return weight > 0 ? total / weight : null;
}
