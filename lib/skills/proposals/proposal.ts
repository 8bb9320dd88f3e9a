import type { proposalKinds } from "@/db/schema/taxonomy-versions";

export type ProposalKind = (typeof proposalKinds)[number];

/** What a proposal was computed from. `key` is the figure that decides whether it has changed enough to come back after it was dismissed. */
export type Figures = { key: number; people: number; asOf: string } & (
  | { kind: "never_observed"; days: number; roles: string[] }
  | { kind: "at_ceiling"; share: number; interval: [number, number] }
  | {
      kind: "raters_disagree";
      alpha: number;
      alphaInterval: [number, number];
      ac2: number;
      ac2Interval: [number, number];
      units: number;
    }
  | {
      kind: "moves_no_kpi";
      reliability: number;
      kpis: { name: string; largest: number; upper: number; people: number }[];
    }
  | { kind: "outdated"; days: number; halfLifeDays: number; lastSeen: string }
);

export type Candidate = { kind: ProposalKind; nodeId: string; figures: Figures };

/** From when on evidence speaks for a change; what is under these says nothing. */
export const rules = {
  /** People who need it were rated by others for so many days, and never on it. */
  neverDays: 90,
  /** The lower end of the interval of the share at the top level lies above. */
  ceilingShare: 0.5,
  ceilingPeople: 20,
  /** The upper ends of the intervals of alpha and of AC2 lie below: raters disagree, and not only because most are at one level. */
  alphaBelow: 0.5,
  ac2Below: 0.7,
  disagreeUnits: 30,
  /** A moderate correlation: intervals of all KPIs and lags, rating error allowed for, lie within, so that one of this size would have been seen. */
  moderate: 0.3,
  kpiPeople: 30,
  lags: [0, 1, 2, 3],
  /** Half-lives since it was last seen. */
  halfLives: 2,
  /** Months of ratings looked at. */
  months: 24,
} as const;

/** A dismissed proposal comes back when its figure has changed by a quarter. */
export function hasChanged(before: { key?: unknown }, now: Figures): boolean {
  if (typeof before.key !== "number") return true;
  return Math.abs(now.key - before.key) >= 0.25 * Math.max(Math.abs(before.key), 1e-9);
}
