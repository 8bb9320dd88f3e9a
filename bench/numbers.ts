export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** By linear interpolation between order statistics. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  const at = share * (sorted.length - 1);
  const [low = Number.NaN, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

export function ms(value: number): string {
  return value < 10 ? `${value.toFixed(1)} ms` : value < 10_000 ? `${value.toFixed(0)} ms` : seconds(value);
}

const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`;

export const ratio = (value: number) => value.toPrecision(3);

export const percent = (share: number) => `${(share * 100).toFixed(0)} %`;

export const count = (value: number) => value.toLocaleString("en-GB");
