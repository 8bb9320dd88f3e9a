import type { Influence } from "./cohort-sample";
import type { Effect, GroupTimeEffect, GroupTimeEffects } from "./group-time-effects";

export type Aggregation = "simple" | "group" | "calendar" | "event";

/** One number for all, and one per level: per group, per calendar period, or per time since exposure. */
export type Aggregate = { overall: Effect; levels: (Effect & { level: number })[] };

/**
 * Aggregates of group-time effects (Callaway and Sant'Anna 2021, section 3.2; influence functions of corollary 2).
 *
 * `simple`: all effects from exposure on, weighted by the size of their group. `group`: the mean over periods from
 * exposure on within a group, then over groups by size. `calendar`: within a period by size, then the mean over
 * periods. `event`: within a time since exposure (negative before) by size, then the mean over times from 0 on.
 * Weights by size are estimated shares; their own influence function is part of the error. Equals R's `did::aggte`.
 */
export function aggregate(of: GroupTimeEffects, how: Aggregation): Aggregate {
  const after = of.effects.filter(({ group, time }) => time >= group);
  if (how === "simple") return { overall: averageByShare(of, after), levels: [] };
  if (how === "group") {
    const levels = levelsOf(after, ({ group }) => group, average);
    const overall = averageByShare(
      of,
      levels.map((level) => ({ ...level, group: level.level })),
    );
    return { overall, levels };
  }
  const byShare = (effects: readonly GroupTimeEffect[]) => averageByShare(of, effects);
  const levels =
    how === "calendar"
      ? levelsOf(after, ({ time }) => time, byShare)
      : levelsOf(of.effects, ({ group, time }) => time - group, byShare);
  return { overall: average(how === "calendar" ? levels : levels.filter(({ level }) => level >= 0)), levels };
}

function levelsOf<Given>(
  effects: readonly Given[],
  levelOf: (effect: Given) => number,
  combine: (effects: readonly Given[]) => Effect,
): Aggregate["levels"] {
  const levels = [...new Set(effects.map(levelOf))].sort((left, right) => left - right);
  return levels.map((level) => ({ level, ...combine(effects.filter((effect) => levelOf(effect) === level)) }));
}

function average(effects: readonly Effect[]): Effect {
  return weighted(effects.map((effect) => ({ ...effect, weight: 1 / effects.length })));
}

function averageByShare({ groups }: GroupTimeEffects, effects: readonly (Effect & { group: number })[]): Effect {
  const parts = effects.map((effect) => ({ effect, of: groups.find(({ group }) => group === effect.group) }));
  const total = parts.reduce((sum, part) => sum + (part.of?.share ?? 0), 0);
  const mean = weighted(parts.map((part) => ({ ...part.effect, weight: (part.of?.share ?? 0) / total })));
  const ofShares = weighted(
    parts.flatMap(({ effect, of }) =>
      of ? [{ effect: 0, influence: of.influence, weight: (effect.effect - mean.effect) / total }] : [],
    ),
  );
  return { effect: mean.effect, influence: mean.influence.map((value, at) => value + (ofShares.influence[at] ?? 0)) };
}

function weighted(parts: readonly (Effect & { weight: number })[]): Effect {
  const influence: Influence = new Float64Array(parts[0]?.influence.length ?? 0);
  let effect = 0;
  for (const part of parts) {
    effect += part.weight * part.effect;
    for (let at = 0; at < influence.length; at += 1) {
      influence[at] = (influence[at] ?? 0) + part.weight * (part.influence[at] ?? 0);
    }
  }
  return { effect, influence };
}
