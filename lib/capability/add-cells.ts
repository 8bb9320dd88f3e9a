import type { SkillCell } from "@/lib/evidence/read-skill-states";
import { studentTQuantile } from "@/lib/stats/student-t";
import type { Capability } from "./map";

type Counts = Omit<Capability, "level">;
const counted = [
  "needed",
  "evidenced",
  "applied",
  "validated",
  "sustained",
  "certified",
  "certifiedNotApplied",
  "stale",
] as const satisfies (keyof Counts)[];

/**
 * Several places added up. Levels of different skills are not averaged: a level is given where all cells are of one skill, from the moments of
 * disjoint groups (Chan et al. 1979), with a t interval over people.
 */
export function addCells(cells: readonly SkillCell[]): Capability {
  const sums = Object.fromEntries(counted.map((name) => [name, cells.reduce((sum, cell) => sum + cell[name], 0)]));
  return { ...(sums as Counts), level: levelOf(cells) };
}

function levelOf(cells: readonly SkillCell[]): Capability["level"] {
  if (new Set(cells.map(({ skillId }) => skillId)).size !== 1) return null;
  const seen = cells.filter(({ level }) => level !== null);
  const n = seen.reduce((sum, { evidenced }) => sum + evidenced, 0);
  if (n === 0) return null;
  const value = seen.reduce((sum, { level, evidenced }) => sum + (level ?? 0) * evidenced, 0) / n;
  const squares = seen.reduce(
    (sum, { level, levelVariance, evidenced }) =>
      sum + (levelVariance ?? 0) * (evidenced - 1) + evidenced * ((level ?? 0) - value) ** 2,
    0,
  );
  if (n < 2 || squares === 0) return { value, interval: null };
  const reach = studentTQuantile(0.975, n - 1) * Math.sqrt(squares / (n - 1) / n);
  return { value, interval: [Math.max(1, value - reach), Math.min(5, value + reach)] };
}
