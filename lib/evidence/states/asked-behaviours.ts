import { usualTarget } from "@/lib/evidence/levels";

/** What one need of a role says of a skill. Without `named` it is shown by all behaviours of the skill. */
export type NeedOfSkill = { target: number | null; named: readonly { behaviourId: string; target: number | null }[] };
/** A behaviour of the skill; `heir` is what it was merged into: who asks that asks it. */
export type BehaviourOfSkill = { id: string; heir: string | null };

/** `target`: the highest level asked in any behaviour. */
type Asked = {
  target: number;
  /** Those that count; null where all do. */
  behaviours: ReadonlySet<string> | null;
  /** What is asked in each of those that count; null where it is the same in all. */
  targets: ReadonlyMap<string, number> | null;
};

/**
 * What a role asks of a skill over all its needs (one per task): the behaviours any need asks, by name or by naming none, each at the highest
 * level of the needs that ask it, 3 where none is set. Null where the role does not need the skill.
 */
export function askedOf(needs: readonly NeedOfSkill[], behaviours: readonly BehaviourOfSkill[]): Asked | null {
  if (needs.length === 0) return null;
  const usual = highest(needs.map(({ target }) => target));
  if (needs.every(({ named }) => named.length === 0)) return { target: usual, behaviours: null, targets: null };
  const targets = new Map(
    behaviours.flatMap(({ id, heir }) => {
      const asking = needs.flatMap(({ target, named }) =>
        named.length === 0
          ? [target]
          : named.filter(({ behaviourId }) => behaviourId === (heir ?? id)).map((one) => one.target ?? target),
      );
      return asking.length === 0 ? [] : [[id, highest(asking)] as const];
    }),
  );
  return {
    target: targets.size > 0 ? Math.max(...targets.values()) : usual,
    behaviours: targets.size < behaviours.length ? new Set(targets.keys()) : null,
    targets: new Set(targets.values()).size > 1 ? targets : null,
  };
}

function highest(targets: readonly (number | null)[]): number {
  const known = targets.filter((target) => target !== null);
  return known.length === 0 ? usualTarget : Math.max(...known);
}
