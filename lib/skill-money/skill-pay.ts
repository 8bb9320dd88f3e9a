import type { Grade } from "@/lib/evaluation/result";
import type { Verdict } from "@/lib/ladder/measure-verdict";

export type Effect = { estimate: number; ci: [number, number] };

/** The KPI an effect is on, in the unit and on the scale it was estimated on. */
export type PayKpi = { id: string; name: string; unit: string | null; direction: "up" | "down"; log: boolean };

/** What one evaluated initiative says of one skill and one KPI: the skill is in its chain, the KPI was estimated between its arms. */
export type SkillEvidence = {
  initiativeId: string;
  title: string;
  grade: Grade;
  /** People the effect on the KPI rests on. */
  people: number;
  skill: { id: string; name: string };
  /** Statements of the skill's behaviours that the chain names. */
  behaviours: string[];
  /** Effect on how well the chain's behaviours were seen applied, in levels; null where nobody was rated. */
  applied: (Effect & { verdict: Verdict }) | null;
  kpi: PayKpi;
  effect: Effect & { verdict: Verdict };
  /** Spread between people of the comparison arm, in the KPI's unit; null where it is not known or the scale is logarithmic. */
  spread: number | null;
  /** How the applied skill and the KPI went together in the same people, before and after in time; null where it cannot be told. */
  together: { r: number; order: "signal_first" | "together" | "outcome_first" } | null;
  /** Money a year that is counted from this initiative's effect on this KPI, over all its skills; null with the reason in `moneyNote`. */
  money: { central: number; interval: [number, number] } | null;
};

/** What several initiatives say together; `single` where there is one, which cannot be pooled. */
export type Pooled =
  | ({ kind: "pooled"; initiatives: number; iSquared: number } & Effect)
  | ({ kind: "single" } & Effect)
  | { kind: "not-estimable"; initiatives: number };

export type SkillPay = {
  skill: SkillEvidence["skill"];
  kpi: PayKpi;
  behaviours: string[];
  evidence: SkillEvidence[];
  people: number;
  /** That of the weakest initiative it rests on. */
  grade: Grade;
  applied: Pooled | null;
  effect: Pooled;
  /**
   * The effect in spreads between people, towards better, pulled towards what all skills and KPIs show; null with fewer than four effects that
   * can be compared.
   */
  shrunken: (Effect & { pull: number }) | null;
  /** Pearson correlation of the effects on skill and KPI over initiatives; null under four. Correlation, whatever the grade. */
  correlation: { r: number; initiatives: number } | null;
  verdict: PayVerdict;
};

/**
 * `pays`: applied more, and the KPI better, both clear of nothing, at grade C at least. `not_shown`: applied more and the KPI no better. `not_applied`:
 * the skill was not seen to be applied more. `unclear`: too little is known of one of them.
 */
export type PayVerdict = "pays" | "not_shown" | "not_applied" | "unclear";
