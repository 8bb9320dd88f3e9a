import type { FollowUp } from "./life-table";

/**
 * Harrell's concordance (1982): of the pairs whose order of events is known, the share where the higher `score` had the event
 * first; equal scores count half. Pairs with both events at one time are not compared; someone censored at the time of an
 * event outlived it. Null without a pair to compare. Sorted with counts in a tree (Fenwick 1994): n log n.
 */
export function concordance({ time, event }: FollowUp, score: ArrayLike<number>): number | null {
  const n = time.length;
  const levels = Float64Array.from(new Set(Array.from(score))).sort();
  const levelOf = new Map(Array.from(levels, (value, index) => [value, index + 1]));
  const tree = new Float64Array(levels.length + 1);
  const add = (level: number) => {
    for (let index = level; index <= levels.length; index += index & -index) tree[index] = (tree[index] ?? 0) + 1;
  };
  const countUpTo = (level: number) => {
    let sum = 0;
    for (let index = level; index > 0; index -= index & -index) sum += tree[index] ?? 0;
    return sum;
  };
  const rank = (person: number) => levelOf.get(score[person] ?? 0) ?? 0;
  const order = Int32Array.from({ length: n }, (_, person) => person);
  order.sort((left, right) => (time[right] ?? 0) - (time[left] ?? 0) || (event[left] ?? 0) - (event[right] ?? 0));

  let [pairs, agreeing, added] = [0, 0, 0];
  for (let index = 0; index < n; ) {
    const first = order[index] ?? 0;
    let next = index;
    for (; next < n && time[order[next] ?? 0] === time[first]; next += 1) {
      const person = order[next] ?? 0;
      if (event[person] !== 1) {
        add(rank(person));
        added += 1;
      }
    }
    for (let at = index; at < next; at += 1) {
      const person = order[at] ?? 0;
      if (event[person] !== 1) continue;
      const upTo = countUpTo(rank(person));
      const below = countUpTo(rank(person) - 1);
      pairs += added;
      agreeing += below + (upTo - below) / 2;
    }
    for (let at = index; at < next; at += 1) {
      const person = order[at] ?? 0;
      if (event[person] !== 1) continue;
      add(rank(person));
      added += 1;
    }
    index = next;
  }
  return pairs === 0 ? null : agreeing / pairs;
}
