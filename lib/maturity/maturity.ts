import type { Alignment } from "./alignment";
import type { Criterion, Level } from "./criteria";
import type { NextStep } from "./next-steps";

/** A role at a site, or everywhere. */
export type MaturityPlace = {
  /** `everywhere`, or the id of a site: `nobody` of people whose site nobody named. */
  site: string;
  label: string;
  shown:
    | { kind: "withheld" }
    | {
        kind: "judged";
        people: number;
        level: Level;
        /** The day the level was first found; null before it was. */
        since: string | null;
        /** The level before that; null where there was none. */
        before: Level | null;
        criteria: Criterion[];
        missing: Criterion[];
        /** The least work among what is missing. */
        cheapest: NextStep | null;
      };
};

export type MaturityRole = {
  id: string;
  name: string;
  /** Of the role's map and the systems beside it, not of its people. */
  alignment: Alignment;
  everywhere: MaturityPlace;
  sites: MaturityPlace[];
};

/** One thing to do, for all the roles it would bring forward. */
export type RoadmapItem = NextStep & { level: Criterion["level"]; roles: string[] };

export type Maturity =
  | { kind: "empty" }
  | {
      kind: "shown";
      minimum: number;
      asOf: string;
      sites: { id: string; label: string }[];
      roles: MaturityRole[];
      roadmap: RoadmapItem[];
    };
