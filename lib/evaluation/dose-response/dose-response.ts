/** What use is counted in. */
type Measure = "uses" | "minutes";

export type DoseTerm = {
  estimate: number;
  standard_error: number;
  df: number;
  ci: [number, number];
  p: number;
};

type DoseBin = {
  /** Use from `from` up to `to`, the last one with it; the mean use of the people in it. */
  from: number;
  to: number;
  mean_dose: number;
  n: number;
  /** Mean change of these people. */
  estimate: number | null;
  ci: [number, number] | null;
  /** The same held to go one way only, the good one. */
  monotone: number;
};

export type MeasuredDose = {
  measure: Measure;
  bins: DoseBin[];
  /** Change per unit of use, over all people; null where it cannot be had. */
  slope: DoseTerm | null;
  /** The term in squared use beside it: whether more keeps helping. */
  quadratic: DoseTerm | null;
};

/** How the change of the treated went with how much they used. They chose it: an association, never an effect. */
export type DoseResponse =
  | {
      status: "estimated";
      confidence: number;
      /** Treated with the values it needs; of them with any use. */
      n: number;
      users: number;
      measures: MeasuredDose[];
    }
  | { status: "not_estimable"; reason: string };
