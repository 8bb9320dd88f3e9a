import { expect, test } from "vitest";
import { alignmentAnswer, lagName } from "./alignment-words";

type Found = Parameters<typeof alignmentAnswer>[0];

function found(lag: number, value: number, p_adjusted: number, p_against_others: number | null): Found {
  const order = lag > 0 ? "signal_first" : lag < 0 ? "outcome_first" : "together";
  const one = { lag, value, interval: null, p: 0.01, reason: null, pairs: 90, people: 30, clusters: 30 };
  return {
    kind: "correlations",
    lags: [one],
    lead: { lag, order, p_adjusted, p_against_others },
    confidence: 0.95,
    period: "month",
    sampled: false,
  };
}

test.each([
  [found(2, 0.4, 0.001, 0.001), /^Yes: .* 2 months later \(r = 0\.40\)/],
  [found(2, 0.4, 0.001, 0.3), /^They move together: .* which comes first cannot be told/],
  [found(2, 0.4, 0.2, 0.001), /^It cannot be told: /],
  [found(0, 0.4, 0.001, 0.001), /^They move together: .* in the same month/],
  [found(-1, 0.4, 0.001, 0.001), /^No, the other way round: .* 1 month earlier/],
  [found(1, -0.2, 0.001, 0.001), /^No: in none of these periods/],
])("%#: the answer follows from lag, sign and what can be told apart", (alignment, words) => {
  expect(alignmentAnswer(alignment)).toMatch(words);
});

test("lags are named from the skill to the KPI", () => {
  expect([lagName(-2, "week"), lagName(0, "quarter"), lagName(1, "month"), lagName(3, "day")]).toEqual([
    "2 weeks earlier",
    "the same quarter",
    "1 month later",
    "3 days later",
  ]);
});
