import type { Coefficient } from "@/lib/trust/trust";

type CalibrationState = "coming" | "open" | "closed";

export type CalibrationHead = {
  id: string;
  title: string;
  state: CalibrationState;
  opensOn: string;
  closesOn: string;
  /** How many have rated it, and whether the viewer has. */
  raters: number;
  rated: boolean;
};

export type CalibratedBehaviour = {
  id: string;
  statement: string;
  skill: string;
  /** What levels 1 to 5 look like; null where nobody has written it. */
  anchors: (string | null)[];
  /** Shown to the viewer once they have rated it or it is closed. */
  expected: number | null;
  own: { level: number; note: string | null } | null;
};

export type BehaviourResult = {
  id: string;
  statement: string;
  /** How often each level was given, 1 to 5. */
  levels: number[];
  mean: number;
  deviation: number;
  /** Mean less the expected level. */
  distance: Coefficient | null;
};

export type SiteResult = { id: string; name: string; raters: number; withheld: boolean; distance: Coefficient | null };

/** What a closed calibration says, of groups of raters only. */
export type CalibrationResult =
  | { kind: "open" }
  | { kind: "withheld"; minimum: number; own: boolean }
  | {
      kind: "result";
      raters: number;
      /** Those without the viewer, where the viewer rated. */
      ofOthers: boolean;
      alpha: Coefficient | null;
      ac2: Coefficient | null;
      exact: number | null;
      within: number | null;
      /** From expected levels, else from the mean of all. */
      against: "expected" | "mean";
      behaviours: BehaviourResult[];
      sites: SiteResult[];
    };

export type Calibration = CalibrationHead & {
  artefact: string;
  link: string | null;
  behaviours: CalibratedBehaviour[];
  /** The viewer's levels less the expected ones, on average; null where there are none or they did not rate. */
  ownDistance: number | null;
  mayRate: boolean;
  maySet: boolean;
  result: CalibrationResult;
};
