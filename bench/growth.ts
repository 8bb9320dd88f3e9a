import type { Figure } from "./bench";
import { ratio } from "./numbers";

/** How long a whole evaluation of so many people took, in milliseconds. */
export type Whole = { people: number; time: number };

/** How the time grows from each size to the next, over how the people do. */
export function growthOf(wholes: readonly Whole[]): Figure {
  const growth = wholes.slice(1).map(({ people, time }, index) => {
    const before = wholes[index];
    return before ? time / before.time / (people / before.people) : Number.NaN;
  });
  return {
    what: "growth of the whole per tenfold people, over 10",
    measured: growth.map(ratio).join(", "),
    goal: { wanted: "at most 1 each", met: growth.every((one) => one <= 1) },
  };
}
