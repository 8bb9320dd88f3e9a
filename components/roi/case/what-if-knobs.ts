import type { Case } from "@/lib/money/case";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";

/** A value somebody may move in a scenario. */
export type Knob = {
  /** As `lib/money` overrides it. */
  key: string;
  label: string;
  of: string;
  unit: string;
  /** What the case uses. */
  value: number;
  from: number;
  to: number;
  /** How long the effect lasts. */
  lasting?: true;
};

const spread = 2;

/**
 * What may be moved: the effect of each line that could be computed, and every assumption the case uses that somebody stated. From the ends of its
 * range, or from half to one and a half times the value where none is stated; of an effect two standard errors either way.
 */
export function knobsOf({ case: given, lines, assumptions, result }: InitiativeMoney): Knob[] {
  const used = new Map(result.assumptions.map((one) => [one.id, one]));
  const knobs: Knob[] = [];
  const known = new Set<string>();
  for (const line of given.lines) {
    const state = lines.find(({ id }) => id === line.id);
    if (!line.effect || !state) continue;
    const { improvement, standardError } = line.effect;
    knobs.push({
      key: `effect ${line.id}`,
      label: `Effect on “${state.kpi.name}”`,
      of: state.title,
      unit: state.kpi.unit ?? "",
      value: improvement,
      from: improvement - spread * standardError,
      to: improvement + spread * standardError,
    });
    for (const { assumption } of line.factors) {
      const found = assumptions.find(({ id }) => id === assumption.id);
      const value = used.get(assumption.id)?.value ?? assumption.value;
      if (!found || value === null || known.has(assumption.id)) continue;
      known.add(assumption.id);
      const [from, to] = endsOf(value, assumption);
      knobs.push({ key: assumption.id, label: found.label, of: state.title, unit: found.unit, value, from, to });
    }
  }
  return [...knobs, ...lastingKnobs(given)];
}

const longest = 5;

/** How long it lasts counts only where more than the first year is. */
function lastingKnobs({ years, persistence }: Case): Knob[] {
  const shared = { of: "Counted only without “First-year benefits only”", lasting: true as const };
  return [
    { ...shared, key: years.id, label: "Years counted", unit: "years", value: years.value ?? 1, from: 1, to: longest },
    {
      ...shared,
      key: persistence.id,
      label: "Left of the effect each following year",
      unit: "share",
      value: persistence.value ?? 1,
      from: 0,
      to: 1,
    },
  ];
}

function endsOf(value: number, { low, high }: { low: number | null; high: number | null }): [number, number] {
  const isRange = low !== null && high !== null && low < high;
  const [from, to] = isRange ? [low, high] : [value * 0.5, value * 1.5];
  return [Math.min(from, to, value), Math.max(from, to, value)];
}
