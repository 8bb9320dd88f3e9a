import type { Cost } from "@/lib/money/case";
import type { LearnerTime } from "./learner-time";

/**
 * Learners' time from people data as an item of the ledger. Where fewer than `minimum` people carry a cost of an hour, theirs is not used, because the
 * sum would tell what one of them costs: then every hour costs what the organisation states, or nothing can be said. Of fewer learners nothing is said at all: the hours would be theirs.
 * @param hourlyCost what the organisation states an hour costs; null where nobody did
 * @returns null where no hour can be priced
 */
export function learnerCost(
  { people, hours, pricedPeople, pricedHours, cost }: LearnerTime,
  { hourlyCost, minimum }: { hourlyCost: number | null; minimum: number },
): Cost | null {
  if (people < minimum) return null;
  const isShown = pricedPeople >= minimum;
  const [known, paid] = isShown ? [pricedHours, cost] : [0, 0];
  const open = hours - known;
  // Differences of sums of hours carry rounding.
  const isWhole = open < 1e-9 * hours;
  if (hourlyCost === null && known === 0) return null;
  return {
    id: "learner_time",
    item: itemOf({ isWhole, known, open, hasRate: hourlyCost !== null }),
    kind: "learner_time",
    amount: paid + (isWhole ? 0 : open * (hourlyCost ?? 0)),
    every: "once",
    months: null,
    hours: hourlyCost === null ? known : hours,
  };
}

type Told = { isWhole: boolean; known: number; open: number; hasRate: boolean };

function itemOf({ isWhole, known, open, hasRate }: Told): string {
  const title = "Time of those who learned, from learning events";
  if (isWhole) return `${title} and each person’s cost of an hour`;
  if (known === 0) return `${title} at the organisation’s cost of an hour`;
  const rest = `${open.toFixed(1)} hours of people without a cost of an hour`;
  return hasRate
    ? `${title} and each person’s cost of an hour; ${rest} at the organisation’s`
    : `${title} and each person’s cost of an hour; ${rest} are not in it`;
}
