import type { BenefitLine, Case } from "./case";
import type { NotCounted, UsedAssumption } from "./case-result";
import { type ConservativeRule, conservativeRules } from "./conservative-rules";
import { exact, type Rules, settleAssumption } from "./settle-assumption";

/** A line with the values it is used with; `factors` are null where it cannot be computed. */
export type SettledLine = {
  line: BenefitLine;
  because: NotCounted | null;
  missing: string[];
  /** Ids of the assumptions whose product is the money of one unit of improvement of one person and year, and the same of hours. */
  factors: string[] | null;
  hourFactors: string[];
};

export type SettledCase = {
  given: Case;
  rules: Rules;
  lines: SettledLine[];
  /** By id. */
  used: Map<string, UsedAssumption>;
  /** Improvement of each effect key where a scenario sets it. */
  effects: Map<string, number>;
  discountRate: number | null;
};

export type Scenario = { switchedOff?: readonly ConservativeRule[]; overrides?: Readonly<Record<string, number>> };

/** The id of the years an effect lasts and of what is left of it, among the assumptions of a settled case. */
export const lasting = { years: "years", persistence: "persistence" } as const;

/** Which values a case is computed with, and which of its lines count. A value a scenario sets for an effect is exact: `effect <id of the line>`. */
export function settleCase(given: Case, { switchedOff = [], overrides = {} }: Scenario = {}): SettledCase {
  const rules = Object.fromEntries(conservativeRules.map(({ id }) => [id, !switchedOff.includes(id)])) as Rules;
  const used = new Map<string, UsedAssumption>();
  const effects = new Map<string, number>();
  const wantedOf = conservativeEnds(given, overrides);
  const lines = given.lines.map((line): SettledLine => {
    const set = overrides[`effect ${line.id}`];
    if (set !== undefined) effects.set(line.effectKey, set);
    const missing: string[] = [];
    let unsourced = false;
    for (const { assumption } of line.factors) {
      const wanted = wantedOf.get(assumption.id) ?? "smallest";
      const settled = settleAssumption(assumption, { rules, wanted, override: overrides[assumption.id] });
      if (settled === "missing") missing.push(assumption.id);
      else if (settled === "unsourced") {
        unsourced = true;
        missing.push(assumption.id);
      } else used.set(assumption.id, settled);
    }
    const isWhole = missing.length === 0 && line.effect !== null;
    const factors = isWhole ? line.factors.map(({ assumption }) => assumption.id) : null;
    const because =
      line.unproven ??
      (line.effect === null ? "not_estimable" : null) ??
      (unsourced ? "unsourced" : missing.length > 0 ? "missing" : null) ??
      (line.intangible && rules.intangibles_listed ? "intangible" : null);
    const hourFactors = line.factors.flatMap(({ key, assumption }) =>
      line.hourFactors.includes(key) ? [assumption.id] : [],
    );
    return { line, because, missing, factors, hourFactors };
  });
  const counted = countStreamsOnce({ lines, rules, used, effects });
  const year = counted.reduce((sum, one) => sum + (one.because === null ? worthOfYear(one, { used, effects }) : 0), 0);
  // Of a loss the longest, and the one that is discounted least, is the smallest benefit.
  const wanted =
    year < 0 ? ({ time: "largest", rate: "smallest" } as const) : ({ time: "smallest", rate: "largest" } as const);
  return {
    given,
    rules,
    lines: counted,
    used: settleTime(given, { rules, overrides, wanted: wanted.time }, used),
    effects,
    discountRate: settleRate(given, { rules, overrides, wanted: wanted.rate }),
  };
}

/**
 * Which of several stated values of an assumption gives the smaller benefit: the smallest, but of what only multiplies a loss the largest. One that
 * serves several lines has one value; lines that cannot count have no say where others can.
 */
function conservativeEnds(given: Case, overrides: Readonly<Record<string, number>>) {
  const ends = new Map<string, "smallest" | "largest">();
  for (const canCount of [true, false]) {
    const own = given.lines.filter(({ unproven }) => (unproven === null) === canCount);
    const known = new Set(ends.keys());
    for (const { id, effect, factors } of own) {
      const isLoss = (overrides[`effect ${id}`] ?? effect?.improvement ?? 0) < 0;
      for (const { assumption } of factors) {
        if (known.has(assumption.id)) continue;
        if (!isLoss) ends.set(assumption.id, "smallest");
        else if (!ends.has(assumption.id)) ends.set(assumption.id, "largest");
      }
    }
  }
  return ends;
}

type Settling = { rules: Rules; overrides: Readonly<Record<string, number>>; wanted: "smallest" | "largest" };

function settleTime(given: Case, { rules, overrides, wanted }: Settling, used: SettledCase["used"]) {
  const settle = (assumption: Case["years"]) =>
    settleAssumption(assumption, { rules, wanted, override: overrides[assumption.id] });
  const [years, persistence] = [settle(given.years), settle(given.persistence)];
  const lasts = typeof years === "string" ? exact(given.years.id, 1) : years;
  // Nobody knows what is left of it after a year: then nothing is counted after it.
  const most = rules.first_year_only || typeof persistence === "string" ? 1 : Number.POSITIVE_INFINITY;
  const cut = (value: number) => Math.min(most, Math.max(0, value));
  used.set(lasting.years, { ...lasts, value: cut(lasts.value), low: cut(lasts.low), high: cut(lasts.high) });
  used.set(lasting.persistence, typeof persistence === "string" ? exact(given.persistence.id, 0) : persistence);
  return used;
}

function settleRate({ discountRate }: Case, { rules, overrides, wanted }: Settling): number | null {
  const settled = settleAssumption(discountRate, { rules, wanted, override: overrides[discountRate.id] });
  return typeof settled === "string" ? null : settled.value;
}

/**
 * Of the lines of a stream that could count, that of the plan's primary KPI does; without one, the line with the smallest benefit (without the rule: the
 * largest). What the plan is judged by was chosen before anybody knew the result, so a chance result of another KPI cannot take its place.
 */
function countStreamsOnce({
  lines,
  rules,
  used,
  effects,
}: Values & Pick<SettledCase, "lines" | "rules">): SettledLine[] {
  const worth = (one: SettledLine) => worthOfYear(one, { used, effects });
  const isBefore = (one: SettledLine, rival: SettledLine) => {
    if (one.line.isPrimary !== rival.line.isPrimary) return one.line.isPrimary;
    return rules.most_conservative ? worth(one) < worth(rival) : worth(one) > worth(rival);
  };
  const chosen = new Map<string, SettledLine>();
  for (const one of lines) {
    if (one.because !== null) continue;
    const rival = chosen.get(one.line.stream);
    if (!rival || isBefore(one, rival)) chosen.set(one.line.stream, one);
  }
  return lines.map((one) =>
    one.because === null && chosen.get(one.line.stream) !== one ? { ...one, because: "same_stream" } : one,
  );
}

type Values = Pick<SettledCase, "used" | "effects">;

/** A year's money of a line by the values stated. */
function worthOfYear({ line, factors }: SettledLine, { used, effects }: Values): number {
  const improvement = effects.get(line.effectKey) ?? line.effect?.improvement ?? 0;
  return (factors ?? []).reduce((product, id) => product * (used.get(id)?.value ?? 0), improvement * line.people);
}
