import { type History, type PersonHistory, valueOver } from "./people-history";

/** A person's value over the last periods of the history: what is known today of the baseline to come. */
export const latestValue =
  ({ periods }: History, before: number) =>
  (person: PersonHistory) =>
    valueOver(person, { first: periods.length - before, last: periods.length - 1 });
