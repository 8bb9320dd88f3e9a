import { detectableHazardRatio } from "@/lib/stats/power/hazards";
import type { NoPrecision, Precision } from "@/lib/stats/power/precision";
import { type Choices, type PlannableDesign, plannable } from "./choices";
import { type Detectable, detectableOf, type Transform } from "./detectable";
import { hasNoise, type Noise, type NoNoise, rehearsalStretches } from "./noise";
import { clusterOf, type History, type PersonHistory } from "./people-history";
import { rehearse } from "./rehearse";

/** What stands in the way of a design, where something does. */
export type Obstacle =
  | "no-lots"
  | "nobody-waits"
  | "shared-in-teams"
  | "team-kpi"
  | "too-few-teams"
  | "all-at-once"
  | "too-few-lots"
  | "no-start-teams"
  | "no-event"
  | "not-estimable"
  | "nobody";

export type Judged = {
  design: PlannableDesign;
  /** Null where it can be done. */
  obstacle: Obstacle | null;
  /** The best grade its result could get. */
  grade: "A" | "B" | "D";
  precision: Precision | NoPrecision | null;
  detectable: Detectable | null;
  /** Of a time-to-event design instead: how many times as often. */
  hazardRatio: number | null;
  /** Teams or people, trained and not (yet). */
  lots: { treated: number; control: number; byTeam: boolean; available: number };
};

/** Whether chance decides, and whether anybody is compared with, decides the best grade (lib/evaluation/claim/grade-table.ts). */
export const bestGrade: Record<PlannableDesign, Judged["grade"]> = {
  randomised: "A",
  cluster_randomised: "A",
  phased: "B",
  comparison: "B",
  before_after: "D",
  time_to_event: "B",
};

export type Case = {
  choices: Choices;
  history: History;
  /** Clusters picked to start with; empty where none are. */
  picked: ReadonlySet<string>;
  noise: Noise | NoNoise;
  transform: Transform;
  before: number;
  after: number;
  every: number;
  seed: number;
};

/** Every design, the strongest that can be done first: by the grade it can reach, then by how small an effect it sees. */
export function judgeDesigns(given: Case): Judged[] {
  const rank = ({ obstacle, grade, detectable }: Judged) =>
    [obstacle === null ? 0 : 1, grade.charCodeAt(0), detectable?.effect ?? Number.MAX_VALUE] as const;
  return plannable
    .map((design) => judge(design, given))
    .sort((left, right) => {
      const [a, b] = [rank(left), rank(right)];
      return (
        a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || plannable.indexOf(left.design) - plannable.indexOf(right.design)
      );
    });
}

/** One design, as if it were chosen. */
export function judge(design: PlannableDesign, given: Case): Judged {
  const { choices, noise, transform } = given;
  const people = participants(design, given);
  const byTeam = drawsTeams(design, given);
  const lots = lotsOf(design, given, people, byTeam);
  const judged: Judged = {
    design,
    obstacle: obstacleOf(design, given, lots),
    grade: bestGrade[design],
    precision: null,
    detectable: null,
    hazardRatio: null,
    lots: { ...lots, byTeam },
  };
  if (judged.obstacle !== null) return judged;
  if (design === "time_to_event") {
    const size = lots.treated + lots.control;
    const events = (eventsOf(given, people) * size) / lots.available;
    const share = lots.treated / size;
    const hazardRatio = detectableHazardRatio(events, share);
    return hazardRatio === null ? { ...judged, obstacle: "not-estimable" } : { ...judged, hazardRatio };
  }
  if (!hasNoise(noise)) return { ...judged, obstacle: "not-estimable" };
  const { history, before, after, every, seed } = given;
  const found = rehearse(design, {
    history,
    people,
    noise,
    lots,
    byTeam,
    before,
    after,
    waves: choices.waves,
    every,
    log: transform.log,
    seed,
  });
  if (found.kind !== "precision") return { ...judged, obstacle: "not-estimable", precision: found };
  const precision = design === "phased" ? forSize(found, lots, choices.waves) : found;
  return { ...judged, precision, detectable: detectableOf(precision, transform) };
}

/** A rehearsal used everybody there is: with fewer lots or more the error grows or shrinks with their root. */
function forSize(
  found: Precision,
  { treated, control, available }: Omit<Judged["lots"], "byTeam">,
  waves: number,
): Precision {
  const size = treated + control;
  if (size === available) return found;
  return {
    ...found,
    standardError: found.standardError * Math.sqrt(available / size),
    degreesOfFreedom: Math.max(1, size - waves),
  };
}

/** Whether whole teams are assigned, by lots or by name. */
export function drawsTeams(design: PlannableDesign, { choices, history }: Pick<Case, "choices" | "history">): boolean {
  if (design === "randomised" || design === "time_to_event") return false;
  // Nobody draws lots for a comparison, but who starts is said by team, so that its people are not told apart from their team.
  if (design === "cluster_randomised" || design === "comparison") return true;
  return choices.shared === "yes" || history.level === "team";
}

/** Who takes part: the teams picked where some are; beside them everybody else where they are compared with. */
export function participants(
  design: PlannableDesign,
  { history, picked }: Pick<Case, "history" | "picked">,
): PersonHistory[] {
  if (picked.size === 0 || design === "comparison") return history.people;
  return history.people.filter((person) => picked.has(clusterOf(person)));
}

function lotsOf(design: PlannableDesign, { choices, picked }: Case, people: readonly PersonHistory[], byTeam: boolean) {
  const idOf = byTeam ? clusterOf : ({ id }: PersonHistory) => id;
  const available = new Set(people.map(idOf)).size;
  if (design === "before_after") return { treated: available, control: 0, available };
  if (design === "comparison") {
    const treated = new Set(people.filter((person) => picked.has(clusterOf(person))).map(idOf)).size;
    return { treated, control: available - treated, available };
  }
  const size = choices.design === design && choices.size !== null ? choices.size : available;
  if (design === "phased") return { treated: size, control: 0, available };
  const treated = Math.min(size - 1, Math.max(1, Math.round((size * choices.share) / 100)));
  return { treated, control: size - treated, available };
}

function obstacleOf(design: PlannableDesign, given: Case, lots: Omit<Judged["lots"], "byTeam">): Obstacle | null {
  const { choices, history, picked } = given;
  if (history.people.length === 0) return "nobody";
  if (design === "before_after") return null;
  if (design === "comparison") {
    if (choices.wait !== "end") return "nobody-waits";
    return picked.size === 0 || lots.control < 1 || lots.treated < 1 ? "no-start-teams" : null;
  }
  if (design === "time_to_event" && !isEvent(history)) return "no-event";
  if (choices.lots === "no") return "no-lots";
  if (design === "phased") {
    if (choices.wait === "none") return "all-at-once";
    return lots.treated <= choices.waves ? "too-few-lots" : null;
  }
  if (choices.wait !== "end") return "nobody-waits";
  if (design === "cluster_randomised") return lots.treated + lots.control < 4 ? "too-few-teams" : null;
  if (history.level === "team") return "team-kpi";
  if (choices.shared === "yes") return "shared-in-teams";
  return lots.treated + lots.control < 6 ? "too-few-lots" : null;
}

/** Every value is 0 or 1, and both occur: something that happens or not. */
function isEvent({ people }: History): boolean {
  const seen = new Set(
    people.flatMap(({ values, denominators }) => (denominators.some((one) => one !== null) ? [2] : values)),
  );
  seen.delete(null);
  return seen.size === 2 && seen.has(0) && seen.has(1);
}

function eventsOf({ history, after }: Case, people: readonly PersonHistory[]): number {
  const stretch = rehearsalStretches(history.periods.length, 1, after)?.post;
  if (!stretch) return 0;
  return people.filter(({ values }) => values.slice(stretch.first, stretch.last + 1).some((value) => value === 1))
    .length;
}
