import { binomialTails } from "@/lib/stats/binomial";
import { adjustP } from "@/lib/stats/multiplicity/adjust-p";
import { studentTQuantile, studentTTwoSidedP } from "@/lib/stats/student-t";
import type { RaterMoments, SeverityMoments } from "./rater-moments-sql";
import type { RangeMoments, SittingMoments } from "./rater-shapes-sql";
import { shrunkenSeverity } from "./shrunken-severity";
import { type DetectorId, leastRatings, type RaterFigure } from "./trust";

export type Finding = RaterFigure & { rater: string };

/** What it takes before anything is said of a rater. */
export type Least = { people: number; ratings: number };

/** Below this a difference is none that matters: levels (a year, for drift), the ratio of spreads from above, the share of ratings. */
const material: Record<DetectorId, number> = {
  severity: 0.25,
  range: 0.75,
  halo: 0.15,
  bursts: 0.1,
  quarter_end: 0.25,
  drift: 0.5,
  system_gap: 0.5,
};

const level = 0.05;

type Raw = Omit<Finding, "status" | "p" | "detector"> & { matters: boolean };

/**
 * Adjusts over all raters looked at, and says which stand out. Of fewer people than the minimum no figure is given, not even to the rater: beside
 * their own ratings it would tell what others said of one person.
 */
function judged(detector: DetectorId, raws: readonly Raw[], least: Least): Finding[] {
  const isKnown = ({ people, ratings, ownP }: Raw) =>
    people >= least.people && ratings >= least.ratings && ownP !== null;
  const adjusted = adjustP(
    raws.map((raw) => (isKnown(raw) ? raw.ownP : null)),
    "benjamini_hochberg",
  );
  return raws.map(({ matters, ...raw }, index) => {
    const p = adjusted[index] ?? null;
    const status = p === null ? "cannot-tell" : p < level && matters ? "look" : "fine";
    const isFew = raw.people < least.people;
    return { ...raw, ...(isFew && { value: null, interval: null, ownP: null }), detector, p, status };
  });
}

export function judgeSeverity(
  found: readonly SeverityMoments[],
  least: Least,
): { findings: Finding[]; spread: number | null } {
  const enough = found.filter(({ people, ratings }) => people >= least.people && ratings >= least.ratings);
  const shrunken = shrunkenSeverity(enough);
  const byRater = new Map(shrunken?.raters.map((one) => [one.rater, one]));
  const raws = found.map(({ rater, people, ratings, mean }): Raw => {
    const own = byRater.get(rater);
    return {
      rater,
      people,
      ratings,
      value: own?.value ?? mean,
      interval: own?.interval ?? null,
      ownP: own?.p ?? null,
      matters: Math.abs(own?.value ?? 0) >= material.severity,
    };
  });
  return { findings: judged("severity", raws, least), spread: shrunken?.spread ?? null };
}

type Side = "both" | "above" | "below";

/** Detectors whose figure is a mean with a t error; `side` is where a difference is looked for. */
export function judgeMeans(
  detector: "halo" | "quarter_end" | "drift" | "system_gap",
  found: readonly RaterMoments[],
  least: Least,
): Finding[] {
  const side: Side = detector === "halo" ? "below" : detector === "quarter_end" ? "above" : "both";
  return judged(
    detector,
    found.map(({ rater, people, ratings, estimate, error, df }): Raw => {
      const isKnown = error !== null && error > 0 && df > 1;
      const t = isKnown ? estimate / error : 0;
      const both = isKnown ? studentTTwoSidedP(t, df) : null;
      const margin = isKnown ? studentTQuantile(0.975, df) * error : 0;
      const isOnSide = side === "both" || (side === "above" ? estimate > 0 : estimate < 0);
      return {
        rater,
        people,
        ratings,
        value: estimate,
        interval: isKnown ? [estimate - margin, estimate + margin] : null,
        ownP: both === null ? null : side === "both" ? both : isOnSide ? both / 2 : 1 - both / 2,
        matters: isOnSide && Math.abs(estimate) >= material[detector],
      };
    }),
    least,
  );
}

/** Levels narrower than those of others on the same units; one-sided. */
export function judgeRange(found: readonly RangeMoments[], least: Least): Finding[] {
  return judged(
    "range",
    found.map(({ rater, people, ratings, ownDeviation, otherDeviation, score, error, occasions }): Raw => {
      const isKnown = error !== null && error > 0 && occasions > 2 && otherDeviation > 0;
      const t = isKnown ? score / (error * Math.sqrt(occasions / (occasions - 1))) : 0;
      const both = isKnown ? studentTTwoSidedP(t, occasions - 1) : null;
      const ratio = otherDeviation > 0 ? ownDeviation / otherDeviation : null;
      return {
        rater,
        people,
        ratings,
        value: ratio,
        interval: null,
        ownP: both === null ? null : score < 0 ? both / 2 : 1 - both / 2,
        matters: ratio !== null && ratio <= material.range,
      };
    }),
    least,
  );
}

/** More sittings with one level throughout than others have. */
export function judgeSittings(found: readonly SittingMoments[], least: Least): Finding[] {
  const [all, alike] = [
    found.reduce((sum, { sittings }) => sum + sittings, 0),
    found.reduce((sum, one) => sum + one.alike, 0),
  ];
  return judged(
    "bursts",
    found.map((one): Raw => {
      // Of the others, with half a sitting of doubt (Jeffreys), so that none so far is not never.
      const usual = (alike - one.alike + 0.5) / (all - one.sittings + 1);
      return {
        rater: one.rater,
        people: one.people,
        ratings: one.ratings,
        value: one.ratings > 0 ? one.ratingsAlike / one.ratings : null,
        interval: null,
        ownP: all - one.sittings < 10 ? null : binomialTails(one.alike - 1, one.sittings, usual).upper,
        matters: one.ratingsAlike / one.ratings >= material.bursts,
      };
    }),
    least,
  );
}

export const leastFor = (minimum: number): Least => ({ people: minimum, ratings: leastRatings });
