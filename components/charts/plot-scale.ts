/** Where a value stands across a drawing, as a percentage. */
export type Placed = (value: number) => string;

const margin = 3;

/** Places values across a drawing of any width, the outermost a little inside its edges. */
export function plotScale(values: readonly number[]): Placed {
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  return (value) => `${(margin + ((value - low) / (span || 1)) * (100 - 2 * margin)).toFixed(2)}%`;
}
