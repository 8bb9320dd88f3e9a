import type { WorkFigure } from "./able-cells";

/** Why a figure of few people is not told: they are fewer than the minimum, or a total less it would tell of such a group. */
type Untold = { kind: "few" } | { kind: "guarded" };

/** How the people of a place stand at a task. The group whose standing is told is that of those of whom enough is known (`seen`). */
export type AbleStanding =
  | {
      kind: "told";
      seen: number;
      alone: number;
      /** 95 % interval of the share of all people of the place who are able alone. */
      interval: [number, number];
      helped: number;
      notYet: number;
      unclear: number;
      unseen: number;
    }
  /** Of nobody is enough known. */
  | { kind: "nobody"; unclear: number; unseen: number }
  | Untold;

export type AbleWork = { kind: "told"; value: number; jobs: number } | { kind: "nobody" } | Untold;

export type AblePlace = {
  siteId: string;
  label: string;
  state:
    | { kind: "withheld" }
    | { kind: "shown"; people: number; standing: AbleStanding; work: Record<WorkFigure, AbleWork> };
};

/** A change of a share with its 95 % interval; `verdict` is flat where the interval holds nought. */
export type Shift = { value: number; interval: [number, number]; verdict: "higher" | "lower" | "flat" };

export type AbleChange =
  /** There is no earlier day to hold it against. */
  | { kind: "too-early" }
  | { kind: "withheld" }
  /** Of fewer than the minimum enough is known at one of the days. */
  | { kind: "few" }
  | {
      kind: "told";
      /** Of everybody in the role; where far more or fewer of them were looked at then, of those of whom enough was known. */
      among: "all" | "known";
      now: { n: number; events: number };
      before: { n: number; events: number };
      shift: Shift;
      /** Null where too few people have such work at one of the days, or it cannot be told. */
      work: Record<WorkFigure, Shift | null>;
    };

export type AbleTask = {
  taskId: string;
  task: string;
  roleId: string;
  role: string;
  basis: "marked" | "impact";
  whole: AblePlace;
  /** By name; empty where there is one site. */
  sites: AblePlace[];
  change: AbleChange;
};

export type Able =
  /** No facts yet, or nobody to see. */
  | { kind: "empty" }
  /** No task of a role is marked as critical or of high impact. */
  | { kind: "no-tasks" }
  | {
      kind: "shown";
      minimum: number;
      asOf: string;
      before: string | null;
      roles: { id: string; name: string }[];
      /** The one asked for; then sites are told as well. */
      role: string | null;
      tasks: AbleTask[];
    };
