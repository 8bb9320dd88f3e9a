/** The four ways in which learning is worth money. */
export type ValueType = "labour" | "quality" | "revenue" | "safety";
export const costKinds = ["content", "platform", "facilitation", "administration", "learner_time"] as const;
export type CostKind = (typeof costKinds)[number];

/** A value somebody states for an assumption, and where it comes from. */
export type Stated = { value: number; source: string };

/** Something taken for granted: a value within a range, with its source. Null where nobody has stated it. */
export type Assumption = {
  id: string;
  value: number | null;
  low: number | null;
  high: number | null;
  /** Other values somebody states for the same. */
  alternatives: readonly Stated[];
  source: string | null;
};

/** What a person in the programme does better, in the KPI's unit; above zero is better whichever way the KPI points. */
export type Effect = {
  improvement: number;
  standardError: number;
  /** Of Student's t; null: normal. */
  degreesOfFreedom: number | null;
};

/**
 * Why a line is not counted whatever its assumptions say. Of a secondary KPI: `chance`, its own change is not told apart from chance once all of them
 * are allowed for; `unadjusted`, nobody knows whether it is.
 */
export type Unproven =
  | "grade"
  | "chance"
  | "unadjusted"
  | "application"
  | "too_early"
  | "withheld"
  | "not_estimable"
  | "elsewhere";

/**
 * One way in which an effect becomes money: improvement x people x the product of its factors, a year. Factors are, for example, pieces of work
 * per person and year, hours per piece, money per hour, the share of freed time that is used.
 */
export type BenefitLine = {
  id: string;
  title: string;
  valueType: ValueType;
  /** Lines of one stream are the same money seen twice: one of them counts, that of the KPI the plan is judged by where it is among them. */
  stream: string;
  /** Of the KPI the plan is judged by: chosen before anybody knew the result. */
  isPrimary: boolean;
  /** Lines with the same key rest on the same estimate, and are drawn together. */
  effectKey: string;
  effect: Effect | null;
  unproven: Unproven | null;
  /** Has no accepted value in money: satisfaction, engagement. */
  intangible: boolean;
  people: number;
  factors: readonly { key: string; assumption: Assumption }[];
  /** Hours one unit of improvement frees in one piece of work, times pieces a person does a year: keys of factors whose product is hours. Empty: no time is freed. */
  hourFactors: readonly string[];
};

/** An amount in the case's currency. One that runs costs `amount` each month or year for `months`, or as long as benefits are counted. */
export type Cost = {
  id: string;
  item: string;
  kind: CostKind | null;
  amount: number;
  every: "once" | "month" | "year";
  months: number | null;
  hours: number | null;
};

export type Case = {
  currency: string;
  seed: number;
  /** What the draws of an assumption are called, by its id: the same data loaded again have other ids and must give the same digits. Else its id. */
  drawnAs: Readonly<Record<string, string>>;
  costs: readonly Cost[];
  lines: readonly BenefitLine[];
  /** Years for which the effect is counted; one by the conservative rules. */
  years: Assumption;
  /** Share of the effect that is left in each following year. */
  persistence: Assumption;
  /** A year; 0.08 is 8 %. */
  discountRate: Assumption;
  /** Hours of work in a full-time year. */
  fullTimeHours: Assumption;
  /** People who became able to do the task alone because of it; null where that is not known. */
  becameAble: number | null;
};
