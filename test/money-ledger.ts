import type { Assumption, Case, Cost } from "@/lib/money/case";
import type { ConservativeRule } from "@/lib/money/conservative-rules";

/** What a case comes to by its stated values, kept month by month and with none of the code of `lib/money`: slow, and easy to check by hand. */
export type Ledger = {
  benefit: number;
  cost: number;
  /** Everything that moves, whichever way: how large rounding may be. */
  turnover: number;
  /** Years in which benefits are counted. */
  paying: number;
  presentValueAt(rate: number): number;
  /** What was spent by then less what came back, evenly over each year. */
  openAt(month: number): number;
};

export function ledgerOf(given: Case, off: readonly ConservativeRule[]): Ledger {
  const isOn = (rule: ConservativeRule) => !off.includes(rule);
  const lines = given.lines.flatMap((line) => {
    const worths = line.factors
      .map(({ assumption }) => valuesOf(assumption, isOn))
      .reduce(
        (all, values) => all.flatMap((one) => values.map((value) => one * value)),
        [(line.effect?.improvement ?? 0) * line.people],
      );
    const barred = line.unproven !== null || (line.intangible && isOn("intangibles_listed"));
    return barred || worths.length === 0 ? [] : [{ line, worth: Math.min(...worths) }];
  });
  let year = 0;
  for (const stream of new Set(lines.map(({ line }) => line.stream))) {
    const own = lines.filter(({ line }) => line.stream === stream);
    const primary = own.filter(({ line }) => line.isPrimary);
    const worths = (primary.length > 0 ? primary : own).map(({ worth }) => worth);
    year += isOn("most_conservative") ? Math.min(...worths) : Math.max(...worths);
  }

  const left = valuesOf(given.persistence, isOn);
  const cap = isOn("first_year_only") || left.length === 0 ? 1 : Number.POSITIVE_INFINITY;
  const stated = valuesOf(given.years, isOn);
  const lasts = (stated.length > 0 ? stated : [1]).map((one) => Math.min(one, cap));
  const paying = year < 0 ? Math.max(...lasts) : Math.min(...lasts);
  const persistence = year < 0 ? Math.max(...left) : Math.min(...left);

  const cameIn = (from: number, to: number) => {
    let money = 0;
    for (let at = 0; at < paying; at += 1) {
      const [begins, ends] = [12 * at, 12 * Math.min(at + 1, paying)];
      const share = at === 0 ? 1 : persistence ** at;
      money += (share * year * Math.max(0, Math.min(to, ends) - Math.max(from, begins))) / 12;
    }
    return money;
  };
  const costs = given.costs.filter(
    ({ kind }) => isOn("fully_loaded") || (kind !== "learner_time" && kind !== "administration"),
  );
  const once = costs.reduce((sum, { every, amount }) => sum + (every === "once" ? amount : 0), 0);
  const ran = (from: number, to: number) =>
    costs.reduce((sum, one) => {
      if (one.every === "once") return sum;
      const ends = one.months ?? 12 * Math.max(1, paying);
      return sum + perMonth(one) * Math.max(0, Math.min(to, ends) - from);
    }, 0);
  const forever = 1200;
  return {
    benefit: cameIn(0, forever),
    cost: once + ran(0, forever),
    turnover: once + ran(0, forever) + Math.abs(year) * Math.max(1, paying),
    paying,
    presentValueAt: (rate) => {
      let value = -once;
      for (let at = 0; at < forever / 12; at += 1) {
        value += (cameIn(12 * at, 12 * at + 12) - ran(12 * at, 12 * at + 12)) / (1 + rate) ** (at + 1);
      }
      return value;
    },
    openAt: (month) => {
      const last = Math.min(month, forever);
      let open = once;
      for (let at = 0; at * 12 < last; at += 1) {
        // Within a year, and within the part of it that is counted, everything moves evenly.
        const ends = 12 * at + 12;
        const counted = Math.max(12 * at, Math.min(ends, 12 * paying));
        for (const [from, to] of [
          [12 * at, counted],
          [counted, ends],
        ] as const) {
          if (to > from && last > from)
            open += Math.min(1, (last - from) / (to - from)) * (ran(from, to) - cameIn(from, to));
        }
      }
      return open;
    },
  };
}

const perMonth = ({ every, amount }: Cost) => (every === "year" ? amount / 12 : amount);

/** The values an assumption may take: all that are left where the most conservative is looked for, else one. */
function valuesOf({ value, source, alternatives }: Assumption, isOn: (rule: ConservativeRule) => boolean): number[] {
  const all = [...(value === null ? [] : [{ value, source: source ?? "" }]), ...alternatives];
  const sourced = isOn("no_data_no_benefit") ? all.filter((one) => one.source.trim() !== "") : all;
  const values = sourced.map((one) => one.value).toSorted((a, b) => a - b);
  const [low, high] = [quantile(values, 0.25), quantile(values, 0.75)];
  const drops = isOn("extremes_dropped") && values.length >= 4;
  const inside = (one: number) => !drops || (one >= low - 1.5 * (high - low) && one <= high + 1.5 * (high - low));
  const kept = values.filter(inside);
  if (isOn("most_conservative") || kept.length === 0) return kept;
  const own = value !== null && sourced.some((one) => one.value === value) && inside(value);
  return [own ? value : quantile(kept, 0.5)];
}

/** Type 7. */
function quantile(sorted: readonly number[], probability: number): number {
  const position = probability * (sorted.length - 1);
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  return below + (position % 1) * ((sorted[Math.ceil(position)] ?? below) - below);
}
