import { addDays } from "@/lib/days";

/** Where a person works. Ids, or null where it is not known. */
export type Place = {
  unit: string | null;
  site: string | null;
  team: string | null;
  role: string | null;
  manager: string | null;
};
type Dimension = keyof Place;

/** What a source says of one dimension on one day: its value before, and from then on. `undefined` says nothing. */
export type Claim = {
  on: string;
  dimension: Dimension;
  before?: string | null | undefined;
  after?: string | null | undefined;
};
/** A whole place as a people.csv told it, handed in on a day. */
export type Anchor = { asOf: string; place: Place };
/** The first and last day of a stay in the organisation, from hires and exits. Null: from always, or until now. */
export type Stay = { first: string | null; last: string | null };
/** From `startsOn` up to and not including `endsOn` (null: still). */
export type Spell = Place & { startsOn: string; endsOn: string | null };

/** The first day of a spell whose hire date nobody told us. */
export const unknownStart = "1900-01-01";

const dimensions = ["unit", "site", "team", "role", "manager"] as const;

/**
 * The spells of one person. Each dimension has its own line of claims by date; between two of them holds what the earlier said
 * comes after, else what the later said came before, else the nearest value known later, else earlier. A people.csv speaks for
 * its day and for all time before the first event; where events after its day lead to what it says, it already knew of them.
 */
export function placeHistory(stays: readonly Stay[], anchors: readonly Anchor[], claims: readonly Claim[]): Spell[] {
  const lines = dimensions.map((dimension) => [dimension, lineOf(dimension, anchors, claims)] as const);
  const changes = [...new Set(lines.flatMap(([, line]) => line.map((claim) => claim.on)))].sort();
  const spells: Spell[] = [];
  for (const stay of stays) {
    const first = stay.first ?? unknownStart;
    const end = stay.last && addDays(stay.last, 1);
    if (end && end <= first) continue;
    const starts = [first, ...changes.filter((day) => day > first && (!end || day < end))];
    for (const [at, startsOn] of starts.entries()) {
      const place = Object.fromEntries(lines.map(([dimension, line]) => [dimension, valueOn(line, startsOn)])) as Place;
      const previous = spells.at(-1);
      const endsOn = starts[at + 1] ?? end;
      if (at > 0 && previous && samePlace(previous, place)) previous.endsOn = endsOn;
      else spells.push({ ...place, startsOn, endsOn });
    }
  }
  return spells;
}

function lineOf(dimension: Dimension, anchors: readonly Anchor[], claims: readonly Claim[]): Claim[] {
  const events = claims
    .filter((claim) => claim.dimension === dimension)
    .sort((left, right) => compare(left.on, right.on));
  const told = [...anchors].sort((left, right) => compare(left.asOf, right.asOf));
  const kept = told.filter(({ asOf, place }, at) => {
    const until = told[at + 1]?.asOf;
    const later = events.filter(
      (event) => event.on > asOf && (!until || event.on <= until) && event.after !== undefined,
    );
    return later.length === 0 || later.at(-1)?.after !== place[dimension] || later[0]?.before === place[dimension];
  });
  const anchorClaims = kept.map(({ asOf, place }): Claim => ({ on: asOf, dimension, after: place[dimension] }));
  return [...events, ...anchorClaims].sort((left, right) => compare(left.on, right.on));
}

function valueOn(line: readonly Claim[], day: string): string | null {
  let next = line.findIndex((claim) => claim.on > day);
  if (next === -1) next = line.length;
  const said = line[next - 1]?.after;
  if (said !== undefined) return said;
  const before = line[next]?.before;
  if (before !== undefined) return before;
  const later = line.slice(next).find((claim) => claim.after !== undefined)?.after;
  if (later !== undefined) return later;
  return line.slice(0, next).findLast((claim) => claim.after !== undefined)?.after ?? null;
}

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

const samePlace = (left: Place, right: Place) => dimensions.every((dimension) => left[dimension] === right[dimension]);

/** Stays from hires and exits, in any order. Somebody with neither has always been here. The last day is a day of work. */
export function staysOf(hires: readonly string[], exits: readonly string[]): Stay[] {
  const marks = [
    ...exits.map((day) => ({ day: addDays(day, 1), last: day })),
    ...hires.map((day) => ({ day, last: null })),
  ].sort((left, right) => compare(left.day, right.day) || (left.last ? -1 : 1));
  const stays: Stay[] = [];
  let since: string | null | undefined = marks[0]?.last === null ? undefined : null;
  for (const { day, last } of marks) {
    if (last === null) since ??= day;
    else if (since !== undefined) {
      stays.push({ first: since, last });
      since = undefined;
    }
  }
  if (since !== undefined) stays.push({ first: since, last: null });
  return stays;
}
