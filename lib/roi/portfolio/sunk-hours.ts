import { isSmallGroup } from "@/lib/access/privacy";

/** People who learned with an activity for a skill in the year, by what was seen of that skill since. */
export type LearnedRow = {
  activityId: string;
  code: string;
  title: string;
  delivery: "in_flow" | "destination" | null;
  skillId: string | null;
  skill: string | null;
  people: number;
  hours: number;
  /** Null where nobody's hourly cost is known. */
  cost: number | null;
  priced: number;
  /** Seen at work afterwards, and better than before: half a level, or at last at the level the role needs. */
  changed: Part;
  /** Seen at work afterwards, and not better. */
  unchanged: Part;
  /** Not seen at work since. */
  unseen: Part;
};

/** `priced`: people whose hourly cost is known; `cost` is theirs. */
type Part = { people: number; hours: number; cost: number | null; priced: number };

export type SunkRow = Omit<LearnedRow, "changed" | "unchanged" | "unseen" | "cost" | "priced"> & {
  cost: number | null;
  /** Hours with no evidenced change; null where it would tell of too few people. */
  sunk: { hours: number; cost: number | null; unseenHours: number } | null;
  /** Nothing at all is told of so few people. */
  withheld: boolean;
};

export type SunkHours = {
  rows: SunkRow[];
  /** Of the activities that are told. */
  hours: number;
  sunkHours: number;
  sunkCost: number | null;
  unseenHours: number;
  /** Hours of activities that are for no skill: nothing can change. */
  unlinkedHours: number;
};

/**
 * Hours of learning with no evidenced change in the linked skill, by activity. A group of fewer people than the minimum is not told, nor a split that would
 * tell of one; totals are of what is told.
 */
export function sunkHoursOf(learned: readonly LearnedRow[], minimum: number): SunkHours {
  const rows = learned.map(({ changed, unchanged, unseen, priced, ...row }): SunkRow => {
    const withheld = isSmallGroup(row.people, minimum);
    if (withheld) return { ...row, people: 0, hours: 0, cost: null, sunk: null, withheld };
    const cost = isSmallGroup(priced, minimum) ? null : row.cost;
    const parts = [changed, unchanged, unseen];
    const isTold = row.skillId !== null && !parts.some(({ people }) => isSmallGroup(people, minimum));
    // What few of them cost would be what is left of the whole.
    const isPriced = cost !== null && !parts.some((part) => isSmallGroup(part.priced, minimum));
    if (!isTold) return { ...row, cost, sunk: null, withheld };
    const sunk = {
      hours: unchanged.hours + unseen.hours,
      cost: isPriced ? (unchanged.cost ?? 0) + (unseen.cost ?? 0) : null,
      unseenHours: unseen.hours,
    };
    return { ...row, cost, sunk, withheld };
  });
  const told = rows.flatMap((row) => (row.sunk ? [{ ...row, sunk: row.sunk }] : []));
  const costs = told.flatMap(({ sunk }) => sunk.cost ?? []);
  const sum = (of: (row: (typeof told)[number]) => number) => told.reduce((all, row) => all + of(row), 0);
  return {
    rows: rows.toSorted((one, other) => (other.sunk?.hours ?? -1) - (one.sunk?.hours ?? -1) || other.hours - one.hours),
    hours: sum(({ hours }) => hours),
    sunkHours: sum(({ sunk }) => sunk.hours),
    sunkCost: costs.length > 0 ? costs.reduce((all, one) => all + one, 0) : null,
    unseenHours: sum(({ sunk }) => sunk.unseenHours),
    unlinkedHours: rows.reduce((all, row) => all + (row.skillId === null ? row.hours : 0), 0),
  };
}
