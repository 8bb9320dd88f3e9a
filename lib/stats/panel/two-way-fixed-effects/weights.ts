import type { TwoWayFit } from "./fit";

/** The weights with which a static two-way fixed-effects coefficient averages the effects of exposed cells. */
export type TwoWayWeights = {
  cells: { group: number; time: number; weight: number }[];
  negative: {
    /** Of exposed cells. */
    share: number;
    /** Sum of negative weights; all weights add up to 1. */
    sum: number;
  };
};

/**
 * Weights of de Chaisemartin and D'Haultfoeuille (2020, theorem 1): people times the residualised exposure of the
 * cell, over the sum of exposed cells. Negative weights let the coefficient have another sign than every effect
 * behind it. Null without an exposed cell.
 */
export function twoWayWeights({ residualised }: TwoWayFit): TwoWayWeights | null {
  const exposed = residualised.flatMap(({ group, n, values }) =>
    group === null ? [] : values.flatMap((value, time) => (time >= group ? [{ group, time, weight: n * value }] : [])),
  );
  const total = exposed.reduce((sum, { weight }) => sum + weight, 0);
  if (!(total > 0)) return null;
  const cells = exposed.map((cell) => ({ ...cell, weight: cell.weight / total }));
  const below = cells.filter(({ weight }) => weight < -1e-12);
  return {
    cells,
    negative: { share: below.length / cells.length, sum: below.reduce((sum, { weight }) => sum + weight, 0) },
  };
}
