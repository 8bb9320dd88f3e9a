import type { Arms } from "@/lib/stats/estimate";
import type { EventCount } from "@/lib/stats/newcombe";

/**
 * Exact two-sided p of two proportions (Fisher 1935): all tables with the same margins no likelier than the observed one, as
 * R's `fisher.test` adds them up (with its relative slack of 1e-7 for ties). 1 where only one table is possible.
 */
export function fisherExact({ treated, control }: Arms<EventCount>): number {
  const events = treated.events + control.events;
  const low = Math.max(0, events - control.n);
  const high = Math.min(events, treated.n);
  const mode = Math.floor(((events + 1) * (treated.n + 1)) / (treated.n + control.n + 2));
  const middle = Math.min(high, Math.max(low, mode));

  // Chances relative to the likeliest table, by the ratio of neighbours: no factorials, so no digits are lost.
  const chances = new Float64Array(high - low + 1);
  const ratioUp = (x: number) => ((treated.n - x) * (events - x)) / ((x + 1) * (control.n - events + x + 1));
  chances[middle - low] = 1;
  for (let x = middle; x < high; x += 1) chances[x + 1 - low] = (chances[x - low] ?? 0) * ratioUp(x);
  for (let x = middle; x > low; x -= 1) chances[x - 1 - low] = (chances[x - low] ?? 0) / ratioUp(x - 1);

  const limit = (chances[treated.events - low] ?? 0) * (1 + 1e-7);
  const ascending = chances.slice().sort();
  let [rare, all] = [0, 0];
  for (const chance of ascending) {
    all += chance;
    if (chance <= limit) rare += chance;
  }
  return Math.min(1, rare / all);
}
