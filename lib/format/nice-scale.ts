export type Scale = { low: number; high: number; ticks: number[]; decimals: number };

/** A scale over the values with round ticks, 1, 2, 2.5 or 5 times a power of ten apart. `zero` makes it start (or end) at zero. */
export function niceScale(values: readonly number[], { zero = false, count = 4 } = {}): Scale {
  const finite = values.filter(Number.isFinite);
  if (zero || finite.length === 0) finite.push(0);
  let low = Math.min(...finite);
  let high = Math.max(...finite);
  if (high - low < Math.max(1e-12, 1e-9 * Math.abs(high))) {
    const around = Math.abs(low) > 1e-12 ? Math.abs(low) / 2 : 1;
    low = zero && low >= 0 ? 0 : low - around;
    high += around;
  }
  const step = niceStep((high - low) / count);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  return { low: first * step, high: last * step, ticks, decimals: decimalsOfStep(step) };
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const leading = rough / power;
  const nice = [1, 2, 2.5, 5].find((step) => leading <= step * 1.0001) ?? 10;
  return nice * power;
}

function decimalsOfStep(step: number): number {
  for (let decimals = 0; decimals < 10; decimals++) {
    if (Math.abs(step - Number(step.toFixed(decimals))) < step * 1e-6) return decimals;
  }
  return 10;
}
