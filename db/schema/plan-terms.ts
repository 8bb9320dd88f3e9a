export const designs = [
  "randomised",
  "cluster_randomised",
  "phased",
  "comparison",
  "before_after",
  "time_to_event",
] as const;
export const periods = ["day", "week", "month", "quarter", "year"] as const;
export const kpiRoles = ["primary", "secondary", "placebo"] as const;

export type Allocation = Record<string, number> | "unknown";

/** What the primary KPI is to show, where it is not superiority. The margin is in the KPI's unit (of a log: of the log), above zero: how much worse is not worse. */
export type Hypothesis = { kind: "non_inferiority"; margin: number };

/** People a plan leaves out, by a column the study knows; what is `in` a list, or a number `below` or `above` a limit. */
export type Exclusion = {
  column: string;
  in?: string[] | undefined;
  below?: number | undefined;
  above?: number | undefined;
  reason: string;
};

/** What the design could detect when it was chosen, from the organisation's own history; in the unit of the primary KPI. */
export type PlannedPower = {
  method: string;
  detectable: number | null;
  standardError: number | null;
  degreesOfFreedom: number | null;
  power: number;
  alpha: number;
};

/** What an initiative declares before it starts; names as the files use them, so that a plan outlives a renamed row. */
export type Chain = {
  skill_gap?: string | undefined;
  role?: string[] | undefined;
  skills?: string[] | undefined;
  behaviours?: string[] | undefined;
  activities?: string[] | undefined;
  kpis?:
    | {
        leading?: string[] | undefined;
        in_work?: string[] | undefined;
        business?: string[] | undefined;
        talent?: string[] | undefined;
      }
    | undefined;
};
