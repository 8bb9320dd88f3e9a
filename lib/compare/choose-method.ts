import type { MetricKind } from "@/lib/metrics/metric";
import type { MethodChoice } from "./comparison";
import type { Look } from "./input";

/** The method two groups are compared by on a figure of this kind, and why that one. */
export function chooseMethod(kind: MetricKind, look: Look): MethodChoice {
  if (look !== "level") {
    return kind === "median"
      ? {
          id: "hodges_lehmann",
          name: "Hodges-Lehmann shift of changes",
          why: "Times are lopsided, so each person's change is compared by rank: the typical difference between two people, one from each group.",
        }
      : {
          id: "did_ratio_of_sums",
          name: "Difference-in-differences",
          why: "The same people are seen in both periods, so what a person keeps from one to the other cancels; the change of one group less the change of the other.",
        };
  }
  return byKind[kind];
}

const byKind: Record<MetricKind, MethodChoice> = {
  rate: {
    id: "rate_ratio_exact",
    name: "Ratio of rates, exact Poisson",
    why: "The figure counts rare events in person-years, so the interval is exact however few they are.",
  },
  share: {
    id: "risk_difference_newcombe",
    name: "Difference of shares, Newcombe",
    why: "The figure is a share of people; this interval holds near 0% and 100% and in small groups.",
  },
  ratio: {
    id: "ratio_of_sums_difference",
    name: "Difference of ratios of sums, linearised",
    why: "The figure divides one sum by another, and people, not jobs or events, are what varies; so the person is the unit of the interval.",
  },
  mean: {
    id: "ratio_of_sums_difference",
    name: "Difference of means, Welch",
    why: "The figure is a mean per person; the groups may differ in size and spread.",
  },
  median: {
    id: "hodges_lehmann",
    name: "Hodges-Lehmann shift",
    why: "Times are lopsided, so people are compared by rank: the typical difference between two people, one from each group.",
  },
};

/** Beyond this skewness, in groups under that size, a mean leans on a few people. */
const lopsided = { skewness: 1, people: 200 };

/** Whether the shift between typical people belongs beside the difference of means. */
export function isLopsided(groups: readonly { people: number; skewness: number | null }[]): boolean {
  return groups.some(({ people, skewness }) => people < lopsided.people && Math.abs(skewness ?? 0) > lopsided.skewness);
}

/** Why a change of the same people cannot be had of a metric, or null. `counts` are the columns it counts. */
export function whyNoChange(counts: readonly string[]): string | null {
  if (counts.some((name) => leaving.includes(name)))
    return "Whoever leaves is in one of the two periods only, so there is no change of the same people. Compare the level.";
  return counts.includes("days_to_competence")
    ? "Each newcomer counts in one period only, so there is no change of the same people. Compare the level."
    : null;
}

const leaving = ["exits", "voluntary_exits", "regretted_exits"];

/** Whether the figure counts people who leave: people chosen by a later period had not left in an earlier one. */
export const countsLeaving = (counts: readonly string[]): boolean => counts.some((name) => leaving.includes(name));
