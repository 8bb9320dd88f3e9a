import { grouped } from "@/lib/grouped";
import { seededRandom } from "@/lib/stats/random";

/** What lots are drawn among: a person, or a team where content is shared inside teams. */
export type Lot = {
  id: string;
  /** Lots are drawn apart within each; the same for all where there are none. */
  stratum: string;
};

export type Share = { arm: string; weight: number };

/**
 * Draws an arm for each lot: within every stratum the arms get their shares as exactly as whole lots allow, and chance decides both
 * who gets which and, stratum by stratum, which arms get the lots left over, so that over all strata the shares hold too.
 * The same lots, shares and seed give the same draw, in whatever order they are handed in.
 * @param shares arms with positive weights, for example 1 and 1, or one per wave
 * @returns arm by lot id
 * @throws RangeError when there is no arm, a weight is not positive and finite, or two lots share an id
 */
export function drawLots(lots: readonly Lot[], shares: readonly Share[], seed: number): Map<string, string> {
  const total = shares.reduce((sum, { weight }) => sum + weight, 0);
  if (shares.length === 0 || !shares.every(({ weight }) => weight > 0 && Number.isFinite(weight))) {
    throw new RangeError("Each arm needs a positive weight");
  }
  if (new Set(lots.map(({ id }) => id)).size < lots.length) throw new RangeError("A lot stands twice");
  const { uniform } = seededRandom(seed);
  const drawn = new Map<string, string>();
  /** How many lots each arm is behind its share so far. */
  const owed = shares.map(() => 0);
  for (const [, ids] of byStratum(lots)) {
    const arms = shares.flatMap(({ arm, weight }, index) => {
      const fair = (ids.length * weight) / total;
      owed[index] = (owed[index] ?? 0) + fair - Math.floor(fair);
      return Array<string>(Math.floor(fair)).fill(arm);
    });
    while (arms.length < ids.length) {
      const next = mostOwed(owed, uniform);
      owed[next] = (owed[next] ?? 0) - 1;
      arms.push(shares[next]?.arm ?? "");
    }
    shuffle(arms, uniform);
    for (const [index, id] of ids.entries()) drawn.set(id, arms[index] ?? "");
  }
  return drawn;
}

/** Strata and the lots in them, in an order that does not depend on the input's. */
function byStratum(lots: readonly Lot[]): [string, string[]][] {
  const strata = [...grouped(lots, ({ stratum }) => stratum)].sort(([a], [b]) => order(a, b));
  return strata.map(([stratum, own]) => [stratum, own.map(({ id }) => id).sort(order)]);
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The arm furthest behind its share; chance decides among those level with it. */
function mostOwed(owed: readonly number[], uniform: () => number): number {
  const most = Math.max(...owed);
  const level = owed.flatMap((value, index) => (most - value < 1e-9 ? [index] : []));
  return level[Math.floor(uniform() * level.length)] ?? 0;
}

/** Puts items into a random order, in place (Fisher and Yates). */
export function shuffle<Item>(items: Item[], uniform: () => number): void {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(uniform() * (last + 1));
    const [a, b] = [items[last], items[other]];
    items[last] = b as Item;
    items[other] = a as Item;
  }
}
