/** The fitted value at one dose, and how many people were there. */
export type IsotonicPoint = { dose: number; value: number; n: number };

/**
 * The curve that never falls ("up") or never rises ("down") and is closest to the outcomes in squared distance.
 *
 * Pool-adjacent-violators (Ayer et al. 1955; Barlow et al. 1972) on the mean outcome at each dose, weighed by people; one point per
 * distinct dose, ascending. An association, without an interval: its limit law is not normal. Empty where nobody is given.
 */
export function isotonic(
  dose: readonly number[],
  outcome: readonly number[],
  direction: "up" | "down" = "up",
): IsotonicPoint[] {
  const sign = direction === "up" ? 1 : -1;
  const order = Array.from(dose.keys()).sort((a, b) => (dose[a] ?? 0) - (dose[b] ?? 0));
  const points: IsotonicPoint[] = [];
  for (const person of order) {
    const [at, y] = [dose[person] ?? 0, sign * (outcome[person] ?? 0)];
    const last = points.at(-1);
    if (last?.dose === at) {
      last.n += 1;
      last.value += (y - last.value) / last.n;
    } else {
      points.push({ dose: at, value: y, n: 1 });
    }
  }

  const blocks: { value: number; n: number; points: number }[] = [];
  for (const { value, n } of points) {
    let block = { value, n, points: 1 };
    for (let before = blocks.at(-1); before && before.value >= block.value; before = blocks.at(-1)) {
      blocks.pop();
      const people = before.n + block.n;
      const pooled = before.value + (block.value - before.value) * (block.n / people);
      block = { value: pooled, n: people, points: before.points + block.points };
    }
    blocks.push(block);
  }
  const fitted = blocks.flatMap(({ value, points: length }) => Array.from({ length }, () => sign * value));
  return points.map((point, index) => ({ ...point, value: fitted[index] ?? Number.NaN }));
}
