/** How many people meet which of the conditions: bit i of `bits` is set where they meet the i-th. */
export type Pattern = { bits: number; people: number };

export type Assignment = {
  /** The group of a pattern (index), or null where it belongs to none, or to several and was taken out. */
  groupOf(bits: number): number | null;
  /** Of each group: the others whose people it does not count. */
  without: number[][];
  overlaps: { groups: [number, number]; people: number; settled: "both" | number }[];
  /** Pairs of the very same people. */
  same: [number, number][];
  /** How many people each group has where it is under the minimum, else null. */
  small: (number | null)[];
};

/**
 * Settles who is in which group where rules overlap. A group that lies wholly inside another keeps its people, and the wider one is "the
 * others"; people two groups share otherwise are taken out of both. `masks[g]` are the conditions of group g. A group of fewer people than
 * the minimum has no part in it: what the others lost to it, or that they are the same people, would tell who is in them.
 */
export function assignGroups(masks: readonly number[], patterns: readonly Pattern[], minimum = 1): Assignment {
  const isIn = (group: number, bits: number) => (bits & (masks[group] ?? 0)) === (masks[group] ?? 0);
  const count = (holds: (bits: number) => boolean) =>
    patterns.reduce((sum, { bits, people }) => sum + (holds(bits) ? people : 0), 0);
  const sizes = masks.map((_, group) => count((bits) => isIn(group, bits)));
  const small = sizes.map((size) => (size > 0 && size < minimum ? size : null));
  const without: number[][] = masks.map(() => []);
  const overlaps: Assignment["overlaps"] = [];
  const same: Assignment["same"] = [];

  for (let one = 0; one < masks.length; one += 1) {
    for (let other = one + 1; other < masks.length; other += 1) {
      if (small[one] !== null || small[other] !== null) continue;
      const people = count((bits) => isIn(one, bits) && isIn(other, bits));
      if (people === 0) continue;
      const [oneInside, otherInside] = [people === sizes[one], people === sizes[other]];
      if (oneInside && otherInside) {
        same.push([one, other]);
        continue;
      }
      if (!oneInside) without[one]?.push(other);
      if (!otherInside) without[other]?.push(one);
      overlaps.push({ groups: [one, other], people, settled: oneInside ? other : otherInside ? one : "both" });
    }
  }
  const groupOf = (bits: number) => {
    const found = masks.flatMap((_, group) =>
      small[group] === null && isIn(group, bits) && !(without[group] ?? []).some((other) => isIn(other, bits))
        ? [group]
        : [],
    );
    return found.length === 1 ? (found[0] ?? null) : null;
  };
  return { groupOf, without, overlaps, same, small };
}

/**
 * How many people somebody could learn of by taking a group from a wider one: for each of the wider rules of a group (masks), its people
 * less those of the group. Where one is above zero and under the minimum, the group gives it away.
 */
export function complements(
  wider: readonly (readonly number[])[],
  patterns: readonly Pattern[],
  { groupOf }: Pick<Assignment, "groupOf">,
): number[][] {
  return wider.map((masks, group) =>
    [...new Set(masks)].map((mask) =>
      patterns.reduce(
        (sum, { bits, people }) => sum + ((bits & mask) === mask && groupOf(bits) !== group ? people : 0),
        0,
      ),
    ),
  );
}
