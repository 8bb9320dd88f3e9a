import type { Choices } from "./input";

/** How often a behaviour was seen in the last twelve months, by source; null where in fewer people than the minimum. */
type SeenBehaviour = Record<"manager" | "peer" | "system", number | null>;

export type StartSkill = {
  id: string;
  name: string;
  critical: boolean;
  target: number | null;
  behaviours: { id: string; statement: string; anchored: boolean; seenBy: string[]; seen: SeenBehaviour }[];
};

/** A task of the role that work events tell of, in the last three months. */
export type StartTask = { id: string; name: string; people: number; jobs: number };

/** A KPI with values of at least the minimum of the role's people. */
export type StartKpi = { id: string; code: string; name: string; people: number; months: number };

export type Start = {
  id: string;
  role: { id: string; name: string; people: number };
  status: "open" | "done" | "left";
  changedAt: Date;
  skillId: string | null;
  choices: Choices;
  skills: StartSkill[];
  tasks: StartTask[];
  kpis: StartKpi[];
  /** Managers of the role's people, and what the rules of evidence ask of them. */
  asking: { managers: number; everyDays: number; secondsPerRating: number; minutesPerWeek: number };
  /** Active rules from system signals to the chosen behaviours. */
  signals: { behaviourId: string; name: string }[];
  /** Plans whose chain holds every chosen behaviour. */
  initiatives: { id: string; title: string; draft: boolean }[];
};
