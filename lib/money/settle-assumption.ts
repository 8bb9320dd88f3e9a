import { quantile } from "@/lib/stats/quantile";
import type { Assumption, Stated } from "./case";
import type { UsedAssumption } from "./case-result";
import type { ConservativeRule } from "./conservative-rules";

/** Whether the rules are on. */
export type Rules = Record<ConservativeRule, boolean>;

/** Values further than this many interquartile ranges outside the quartiles are extreme (Tukey, Exploratory Data Analysis, 1977). */
const fence = 1.5;
const fewestForExtremes = 4;

/**
 * The value an assumption is used with: the stated one, or the one of several that gives the smallest benefit. `wanted` says which that is. What
 * somebody sets in a scenario is taken as exact. Values below zero are none, and a range begins at zero: only an effect says whether something harms.
 * @returns `missing` where nobody stated a value, `unsourced` where nobody said where it comes from and the rules ask for it
 * @throws RangeError where a value is not finite, or a range does not hold the value
 */
export function settleAssumption(
  assumption: Assumption,
  { rules, wanted, override }: { rules: Rules; wanted: "smallest" | "largest"; override: number | undefined },
): UsedAssumption | "missing" | "unsourced" {
  const { id, value, low, high, source } = assumption;
  if (override !== undefined) return finite(override) < 0 ? "missing" : exact(id, override);
  const said: Stated[] = [...(value === null ? [] : [{ value, source: source ?? "" }]), ...assumption.alternatives];
  const stated = said.filter((one) => finite(one.value) >= 0);
  if (stated.length === 0) return "missing";
  const sourced = stated.filter((one) => one.source.trim() !== "");
  const usable = rules.no_data_no_benefit ? sourced : stated;
  if (usable.length === 0) return "unsourced";

  const { kept, dropped } = rules.extremes_dropped ? withoutExtremes(usable) : { kept: usable, dropped: [] };
  const values = kept.map((one) => one.value);
  const own = kept.find((one) => one.value === value)?.value ?? median(values);
  const chosen = rules.most_conservative ? (wanted === "smallest" ? Math.min(...values) : Math.max(...values)) : own;
  if (value !== null && ((low !== null && low > value) || (high !== null && high < value))) {
    throw new RangeError(`The range of ${id} does not hold its value`);
  }
  return {
    id,
    value: chosen,
    low: Math.max(0, Math.min(finite(low ?? chosen), chosen)),
    high: Math.max(finite(high ?? chosen), chosen),
    dropped,
  };
}

/** A value without a range. */
export const exact = (id: string, value: number): UsedAssumption => ({
  id,
  value,
  low: value,
  high: value,
  dropped: [],
});

function withoutExtremes(stated: readonly Stated[]): { kept: Stated[]; dropped: Stated[] } {
  const values = stated.map((one) => one.value);
  const [first, third] = [quantile(values, 0.25), quantile(values, 0.75)];
  if (stated.length < fewestForExtremes || first === null || third === null) return { kept: [...stated], dropped: [] };
  const width = fence * (third - first);
  const isExtreme = ({ value }: Stated) => value < first - width || value > third + width;
  return { kept: stated.filter((one) => !isExtreme(one)), dropped: stated.filter(isExtreme) };
}

const median = (values: readonly number[]) => quantile(values, 0.5) ?? Number.NaN;

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError("A value of a case is not a finite number");
  return value;
}
