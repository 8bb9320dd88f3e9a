/** The share of draws below zero. */
export function shareBelowZero(draws: Float64Array): number {
  return draws.reduce((below, value) => below + Number(value < 0), 0) / draws.length;
}
