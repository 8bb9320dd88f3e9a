import type { Formats } from "@/lib/format/formats";
import { decimalsOf } from "@/lib/format/interval";
import type { ShownMetric } from "@/lib/scorecard/scorecard";
import type { Look } from "./input";
import type { Difference } from "./pair-differences";

type Said = {
  metric: Pick<ShownMetric, "name" | "unit" | "kind">;
  look: Look;
  titles: readonly [string, string];
  formats: Formats;
};

/** What a pair says, in words: how much lower or higher the first group was, and how far that may be off. */
export function pairSentence({ estimate, kind }: Pick<Difference, "estimate" | "kind">, said: Said): string {
  const { metric, look, titles, formats } = said;
  const [one, other] = titles;
  const name = `“${metric.name}”`;
  if (estimate.kind !== "estimate")
    return `The difference in ${name} between ${one} and ${other} cannot be estimated: ${reasons[estimate.reason] ?? estimate.reason}.`;
  if (kind === "ratio") return ratioSentence(estimate.estimate, estimate.interval, said);

  const [low, high] = estimate.interval;
  const words = amounts(metric.unit, estimate.interval, formats);
  if (low <= 0 && high >= 0) {
    const what = look === "level" ? "No difference in" : "No difference in the change of";
    return `${what} ${name} between ${one} and ${other} could be shown: the data are compatible with ${one} being anything between ${side(low, words)} and ${side(high, words)}.`;
  }
  const amount = words.amountWithin(estimate.estimate, estimate.interval);
  const isHigher = estimate.estimate > 0;
  if (look !== "level")
    return `Compared with ${other}, ${name} of ${one} went ${isHigher ? "up" : "down"} by ${amount}, among people seen in both periods.`;
  const typical = metric.kind === "median" ? ", for a typical person," : "";
  return `${name} of ${one}${typical} was ${amount} ${isHigher ? "higher" : "lower"} than that of ${other}.`;
}

function ratioSentence(
  ratio: number,
  [low, high]: readonly [number, number],
  { metric, titles, formats }: Said,
): string {
  const [one, other] = titles;
  const end = (value: number) => (Number.isFinite(value) ? formats.figure(value, { significant: 2 }) : "no limit");
  const within = `(${end(low)} to ${end(high)})`;
  if (low <= 1 && high >= 1)
    return `No difference in “${metric.name}” between ${one} and ${other} could be shown: ${one} had ${end(ratio)} times the rate of ${other} ${within}, and 1 means no difference.`;
  return `“${metric.name}” of ${one} was ${end(ratio)} times that of ${other} ${within}.`;
}

type Amounts = {
  amount(value: number): string;
  amountWithin(value: number, interval: readonly [number, number]): string;
};

/** Written in the language of the organisation, with the decimals the interval carries. */
function amounts(unit: string, interval: readonly [number, number], formats: Formats): Amounts {
  const own = unit === "%" ? "points" : unit;
  const decimals = decimalsOf(unit === "share" ? [interval[0] * 100, interval[1] * 100] : [interval[0], interval[1]]);
  const amount = (value: number) => singular(formats.change(Math.abs(value), own, { signed: false, decimals }));
  return {
    amount,
    amountWithin: (value, [low, high]) => {
      const turned: [number, number] = value < 0 ? [-high, -low] : [low, high];
      return `${amount(value)} ${formats.interval(turned, own)}`;
    },
  };
}

/** `1 points` is `1 point`. */
const singular = (text: string) => text.replace(/^1\u00a0(\p{Ll}*[^\W\ds])s\b/u, "1\u00a0$1");

const side = (value: number, words: Amounts) =>
  value === 0 ? "no different" : `${words.amount(value)} ${value < 0 ? "lower" : "higher"}`;

const reasons: Record<string, string> = {
  "too-few-people": "too few people have the figure",
  "no-comparison": "one of the groups has nobody with the figure",
  "no-variation": "everybody has the same value",
  "no-denominator": "there is nothing to divide by",
  "no-events": "it did not happen in the group compared with",
  "not-finite": "a value is not a number",
  separation: "the groups are so unlike that nobody can be compared",
  collinear: "what is adjusted for does not vary",
  "full-leverage": "one person alone decides a part of it",
};
