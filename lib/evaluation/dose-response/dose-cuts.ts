import { quantile } from "@/lib/stats/quantile";

const mostBins = 8;
const wantedInBin = 10;

/**
 * Where to cut doses into bins of about equal size, none of fewer people than the minimum: those without any use are one by themselves where they are
 * enough. Ascending; a dose at a cut belongs above it. Empty where only one bin is left.
 */
export function doseCuts(doses: readonly number[], minimum: number): number[] {
  const used = doses.filter((dose) => dose > 0).toSorted((left, right) => left - right);
  const bins = Math.min(mostBins, Math.max(2, Math.floor(used.length / Math.max(minimum, wantedInBin))));
  const shares = Array.from({ length: bins - 1 }, (_, at) => (at + 1) / bins);
  const least = used[0];
  const low = doses.reduce((smallest, dose) => Math.min(smallest, dose), Number.POSITIVE_INFINITY);
  const wanted = [...(least === undefined ? [] : [least]), ...shares.map((share) => quantile(used, share) ?? 0)];
  let cuts = [...new Set(wanted)].filter((cut) => cut > low).toSorted((left, right) => left - right);
  for (;;) {
    const counts = countsOf(doses, cuts);
    const small = counts.findIndex((count) => count < minimum);
    if (small < 0 || cuts.length === 0) return cuts;
    const [before, after] = [
      counts[small - 1] ?? Number.POSITIVE_INFINITY,
      counts[small + 1] ?? Number.POSITIVE_INFINITY,
    ];
    const gone = before <= after ? small - 1 : small;
    cuts = cuts.filter((_, at) => at !== gone);
  }
}

/** The bin each dose is in. */
export const binOf = (dose: number, cuts: readonly number[]) => cuts.filter((cut) => dose >= cut).length;

function countsOf(doses: readonly number[], cuts: readonly number[]): number[] {
  const counts = new Array<number>(cuts.length + 1).fill(0);
  for (const dose of doses) {
    const bin = binOf(dose, cuts);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}
