import { listed } from "@/lib/ladder/rung-words";
import type { Case } from "@/lib/money/case";
import type { Scenario } from "@/lib/money/settle-case";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { isStated } from "@/lib/roi/results/stated-text";

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

/** Those that move something, by the rules that are on: how long it lasts counts only where more than the first year does, and stands first then. */
export function movable(knobs: readonly Knob[], { switchedOff }: Required<Scenario>): Knob[] {
  const [lasting, others] = [knobs.filter((one) => one.lasting), knobs.filter((one) => !one.lasting)];
  return switchedOff.includes("first_year_only") ? [...lasting, ...others] : others;
}

/** Why nothing after the first year counts although the rule is off; null where something does, or the rule is on. */
export function whyNothingLasts({ years, persistence }: Case, { overrides, switchedOff }: Required<Scenario>) {
  if (!switchedOff.includes("first_year_only")) return null;
  const isOpen = (one: Case["years"]) => !isStated(one) && overrides[one.id] === undefined;
  const open = [
    ...(isOpen(years) ? [{ what: "how many years it lasts", knob: yearsLabel }] : []),
    ...(isOpen(persistence) ? [{ what: "what is left of it each following year", knob: leftLabel }] : []),
  ];
  if (open.length === 0) return null;
  return `Nobody has stated ${listed(open.map(({ what }) => what))}, so nothing after the first year is counted. Move ${listed(open.map(({ knob }) => `“${knob}”`))} to try it.`;
}

const longest = 5;
const yearsLabel = "Years counted";
const leftLabel = "Left of the effect each following year";

function lastingKnobs({ years, persistence }: Case): Knob[] {
  const shared = { of: "Counted only without “First-year benefits only”", lasting: true as const };
  return [
    { ...shared, key: years.id, label: yearsLabel, unit: "years", value: years.value ?? 1, from: 1, to: longest },
    {
      ...shared,
      key: persistence.id,
      label: leftLabel,
      unit: "share",
      value: persistence.value ?? 0,
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
