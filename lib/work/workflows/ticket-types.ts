import { isSmallGroup, minimumPeople, withheldGroups } from "@/lib/access/privacy";

/** Jobs of one type of ticket as the database adds them up. */
export type TypeSums = {
  type: string;
  people: number;
  jobs: number;
  cases: number;
  known: number;
  knownPeople: number;
  errors: number;
  reopened: number;
  escalated: number;
  assistedKnown: number;
  assistedPeople: number;
  assisted: number;
  /** Hours of work in jobs that ended in an error or were re-opened, where known of. */
  troubleHours: number | null;
  troublePeople: number;
};

/** One hand-off of a type: how often, how often its time is known, and how many people stand on both sides of all and of those. */
export type PairSums = {
  type: string;
  fromTaskId: string;
  toTaskId: string;
  times: number;
  known: number;
  hours: number | null;
  givers: number;
  takers: number;
  timedGivers: number;
  timedTakers: number;
};

export type Bottleneck = Pick<PairSums, "fromTaskId" | "toTaskId" | "known"> & { hours: number };

export type TicketType = {
  type: string;
  withheld: boolean;
  jobs: number;
  cases: number;
  /** Shares of jobs of known outcome (help: of jobs where that is known); null where not known, or of too few people. */
  errors: number | null;
  reopened: number | null;
  escalated: number | null;
  assisted: number | null;
  /** Hours of work that went into jobs gone wrong; null as above. */
  troubleHours: number | null;
  handOffs: number;
  /** Hours cases waited between people, together and per case; null where no time is known, or of too few people. */
  waited: number | null;
  perCase: number | null;
  /** The hand-off in which most of these hours pass. */
  bottleneck: Bottleneck | null;
};

/**
 * Types of tickets, those that lose most time waiting between people first. A type of fewer people than the minimum is withheld, and what would give
 * it away; hand-offs between fewer people than that are in no figure.
 */
export function ticketTypes(types: readonly TypeSums[], pairs: readonly PairSums[], minimum: number): TicketType[] {
  const hidden = withheldGroups(
    types.map(({ type, people }) => ({ id: type, people })),
    minimum,
  );
  const least = minimumPeople(minimum);
  return types
    .map((sums) => {
      if (hidden.has(sums.type)) return nothingOf(sums.type);
      const own = pairs.filter(({ type, givers, takers }) => type === sums.type && givers >= least && takers >= least);
      return figuresOf(sums, own, minimum);
    })
    .toSorted(
      (one, other) =>
        Number(one.withheld) - Number(other.withheld) ||
        (other.waited ?? -1) - (one.waited ?? -1) ||
        other.jobs - one.jobs ||
        (one.type < other.type ? -1 : 1),
    );
}

function figuresOf(sums: TypeSums, pairs: readonly PairSums[], minimum: number): TicketType {
  const of = (count: number, known: number, people: number) =>
    known === 0 || isSmallGroup(people, minimum) ? null : count / known;
  const least = minimumPeople(minimum);
  const timed = pairs.flatMap((pair) =>
    pair.hours === null || pair.timedGivers < least || pair.timedTakers < least ? [] : [{ ...pair, hours: pair.hours }],
  );
  const waited = timed.length === 0 ? null : timed.reduce((sum, { hours }) => sum + hours, 0);
  const [worst] = timed.toSorted((one, other) => other.hours - one.hours);
  return {
    type: sums.type,
    withheld: false,
    jobs: sums.jobs,
    cases: sums.cases,
    errors: of(sums.errors, sums.known, sums.knownPeople),
    reopened: of(sums.reopened, sums.known, sums.knownPeople),
    escalated: of(sums.escalated, sums.known, sums.knownPeople),
    assisted: of(sums.assisted, sums.assistedKnown, sums.assistedPeople),
    troubleHours: isSmallGroup(sums.troublePeople, minimum) ? null : sums.troubleHours,
    handOffs: pairs.reduce((sum, { times }) => sum + times, 0),
    waited,
    perCase: waited === null || sums.cases === 0 ? null : waited / sums.cases,
    bottleneck: worst
      ? { fromTaskId: worst.fromTaskId, toTaskId: worst.toTaskId, known: worst.known, hours: worst.hours }
      : null,
  };
}

const nothingOf = (type: string): TicketType => ({
  type,
  withheld: true,
  jobs: 0,
  cases: 0,
  ...{ errors: null, reopened: null, escalated: null, assisted: null, troubleHours: null },
  ...{ handOffs: 0, waited: null, perCase: null, bottleneck: null },
});
