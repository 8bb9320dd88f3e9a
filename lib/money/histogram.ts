const bins = 40;

/** Shares of the values in equally wide bins from the smallest to the largest; one bin where all are the same. */
export function histogramOf(values: Float64Array): { from: number; to: number; share: number }[] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low === high) return [{ from: low, to: high, share: 1 }];
  const width = (high - low) / bins;
  const counts = new Float64Array(bins);
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.floor((value - low) / width));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return Array.from(counts, (count, bin) => ({
    from: low + bin * width,
    to: low + (bin + 1) * width,
    share: count / values.length,
  }));
}
