/**
 * How much of a first year's benefit each year brings, where `persistence` (0 to 1) of the effect is left a year later; the last year may be part of
 * one. `years` 0 gives nothing.
 */
export function yearWeights(years: number, persistence: number): number[] {
  return Array.from({ length: Math.ceil(years) }, (_, year) => persistence ** year * Math.min(1, years - year));
}
