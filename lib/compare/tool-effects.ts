import { minimumPeople } from "@/lib/access/privacy";
import { changeOf, figureOf } from "@/lib/scorecard/sums";
import type { Estimated } from "@/lib/stats/estimate";
import { shrunkenEffects } from "@/lib/stats/pooling/shrunken-effects";
import { type ToolEffect, toolKey, type Works } from "./works";
import type { ToolSums } from "./works-sql";

type Pool = Extract<Works, { kind: "shown" }>["pool"];

/**
 * The effect of each item on its skill, shrunken towards the mean of all items of its kind over all skills (empirical Bayes): a few
 * people's luck is pulled in far, a large group's effect hardly. `refused` are items ("<skill> <item>") that would give a few people away.
 */
export function toolEffects(
  sums: readonly ToolSums[],
  setting: number,
  refused: ReadonlySet<string> = new Set(),
): { effects: ToolEffect[]; pool: Pool } {
  const minimum = minimumPeople(setting);
  const keys = [...new Set(sums.map(({ skillId, item }) => toolKey(skillId, item)))];
  const raw = keys.map((key) => {
    const rows = sums.filter(({ skillId, item }) => toolKey(skillId, item) === key);
    return { key, ...effectOf(rows, minimum, refused.has(key)) };
  });
  const compared = raw.flatMap(({ key, estimate }) =>
    estimate?.standardError ? [{ group: key, estimate: estimate.estimate, standardError: estimate.standardError }] : [],
  );
  const pooled = shrunkenEffects(compared);
  const shrunken = new Map(pooled.kind === "shrunken" ? pooled.groups.map((group) => [group.group, group]) : []);
  const pool: Pool =
    pooled.kind === "shrunken"
      ? { mean: pooled.mean, spread: Math.sqrt(pooled.betweenVariance), effects: compared.length }
      : null;
  const effects = raw.map(({ key, effect, estimate }): ToolEffect => {
    const found = shrunken.get(key);
    if (!estimate || effect.state.kind !== "compared" || !found || !pool) return effect;
    const { shrunken: value, interval, pull } = found;
    const stands = interval[0] > pool.mean ? "above" : interval[1] < pool.mean ? "below" : "not-distinguishable";
    return { ...effect, state: { ...effect.state, shrunken: { value, interval, pull }, stands } };
  });
  return { effects: effects.toSorted((a, b) => a.skill.localeCompare(b.skill) || orderOf(b) - orderOf(a)), pool };
}

function effectOf(
  rows: readonly ToolSums[],
  minimum: number,
  isRefused: boolean,
): { effect: ToolEffect; estimate: Estimated | null } {
  const users = rows.find(({ used }) => used);
  const others = rows.find(({ used }) => !used);
  const named = { skill: rows[0]?.skill ?? "", item: rows[0]?.name ?? "" };
  const alone = (state: ToolEffect["state"]) => ({ effect: { ...named, state }, estimate: null });
  if (!users || isRefused || users.people < minimum || (others && others.people < minimum))
    return alone({ kind: "withheld" });
  if (!others) {
    const figure = figureOf("ratio", users);
    return figure.kind === "figure"
      ? alone({ kind: "before-after", value: figure.value, interval: figure.interval, users: users.people })
      : alone({ kind: "not-estimable", reason: figure.reason });
  }
  const estimate = changeOf("ratio", users, others);
  if (estimate.kind !== "estimate") return alone({ kind: "not-estimable", reason: estimate.reason });
  return {
    effect: {
      ...named,
      state: {
        kind: "compared",
        estimate: estimate.estimate,
        interval: estimate.interval,
        shrunken: null,
        stands: "not-distinguishable",
        users: users.people,
        others: others.people,
      },
    },
    estimate,
  };
}

/** What rows are ordered by within a skill: the shrunken effect; those without a comparison last. */
function orderOf({ state }: ToolEffect): number {
  return state.kind === "compared" ? (state.shrunken?.value ?? state.estimate) : Number.NEGATIVE_INFINITY;
}
