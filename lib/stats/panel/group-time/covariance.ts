import type { Effect, GroupTimeEffects } from "./group-time-effects";

/** The covariance matrix of effects of one sample. */
export function covarianceOf({ spread }: Pick<GroupTimeEffects, "spread">, effects: readonly Effect[]): number[][] {
  const spreads = effects.map(({ influence }) => spread(influence));
  return effects.map(({ influence }) => {
    const used = [...influence.keys()].filter((at) => influence[at] !== 0);
    return spreads.map((other) => used.reduce((sum, at) => sum + (influence[at] ?? 0) * (other[at] ?? 0), 0));
  });
}

/** The variance of one effect. */
export function varianceOf({ spread }: Pick<GroupTimeEffects, "spread">, { influence }: Effect): number {
  return product(influence, spread(influence));
}

function product(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at += 1) sum += (left[at] ?? 0) * (right[at] ?? 0);
  return sum;
}
