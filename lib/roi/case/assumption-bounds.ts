import type { Stated } from "@/lib/money/case";

type Bounds = { from: number; to: number; says: string };

/** Whether a change helps or harms stands in the effect: a factor below zero would make harm a benefit. */
const usual: Bounds = {
  from: 0,
  to: Number.POSITIVE_INFINITY,
  says: "Not below zero: whether a change helps or harms is said by its effect",
};
const share: Bounds = { from: 0, to: 1, says: "A share lies between 0 and 1: 0.35 is 35%" };
const bounds: Readonly<Record<string, Bounds>> = {
  used_share: share,
  margin: share,
  persistence: share,
  discount_rate: share,
  // Of a year's pay: who is hard to replace costs more than one.
  replacement_share: { from: 0, to: 5, says: "A share of a year’s pay lies between 0 and 5: 0.35 is 35%" },
  years: { from: 0, to: 50, says: "Between 0 and 50 years" },
  full_time_hours: { from: 1, to: 8784, says: "Between 1 hour and the 8,784 of a year" },
};

type Value = { value: number | null; low: number | null; high: number | null; alternatives: readonly Stated[] };

/**
 * What is wrong with the values of an assumption, by field: none is below zero, and a share typed in per cent would count a hundredfold.
 * @returns null where nothing is
 */
export function outOfBounds(key: string, { value, low, high, alternatives }: Value): Record<string, string[]> | null {
  const within = bounds[key] ?? usual;
  const isOut = (one: number | null) => one !== null && (one < within.from || one > within.to);
  const wrong = Object.entries({ value, low, high }).flatMap(([field, one]) => (isOut(one) ? [field] : []));
  if (alternatives.some((one) => isOut(one.value))) wrong.push("alternatives");
  return wrong.length === 0 ? null : Object.fromEntries(wrong.map((field) => [field, [within.says]]));
}
