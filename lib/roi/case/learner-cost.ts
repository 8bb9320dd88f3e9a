import type { Cost } from "@/lib/money/case";
import type { LearnerTime } from "./learner-time";

/** Hours of people without a cost of an hour of their own, or of everybody where too few carry one to be told apart. */
export function openHours({ hours, pricedPeople, pricedHours }: LearnerTime, minimum: number): number {
  const open = hours - (pricedPeople >= minimum ? pricedHours : 0);
  // Differences of sums of hours carry rounding.
  return open < 1e-9 * hours ? 0 : open;
}

/**
 * Learners' time from people data as an item of the ledger. Where fewer than `minimum` people carry a cost of an hour, theirs is not used, because the
 * sum would tell what one of them costs: then every hour costs what the organisation states, or nothing can be said. Of fewer learners nothing is said at all: the hours would be theirs.
 * @param hourlyCost what the organisation states an hour costs; null where nobody did
 * @returns null where no hour can be priced
 */
export function learnerCost(
  time: LearnerTime,
  { hourlyCost, minimum }: { hourlyCost: number | null; minimum: number },
): Cost | null {
  const { people, hours, pricedPeople, pricedHours, cost } = time;
  if (people < minimum) return null;
  const isShown = pricedPeople >= minimum;
  const [known, paid] = isShown ? [pricedHours, cost] : [0, 0];
  const open = openHours(time, minimum);
  const isFew = people - pricedPeople < minimum;
  if (hourlyCost === null && known === 0) return null;
  return {
    id: "learner_time",
    item: itemOf({ known, open, isFew, hasRate: hourlyCost !== null }),
    kind: "learner_time",
    amount: paid + open * (hourlyCost ?? 0),
    every: "once",
    months: null,
    hours: hourlyCost === null ? known : hours,
  };
}

type Told = { known: number; open: number; isFew: boolean; hasRate: boolean };

function itemOf({ known, open, isFew, hasRate }: Told): string {
  const title = "Time of those who learned, from learning events";
  if (open === 0) return `${title} and each person’s cost of an hour`;
  if (known === 0) return `${title} at the organisation’s cost of an hour`;
  // Hours of few people are theirs.
  const rest = `${isFew ? "the" : open.toFixed(1)} hours of ${isFew ? "a few" : "people"} without a cost of an hour`;
  return hasRate
    ? `${title} and each person’s cost of an hour; ${rest} at the organisation’s`
    : `${title} and each person’s cost of an hour; ${rest} are not in it`;
}
