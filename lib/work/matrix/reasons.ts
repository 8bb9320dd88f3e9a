import type { Formats } from "@/lib/format/formats";
import { differenceWords, type Quadrant, quadrantOf, quadrants } from "./advice";
import type { ComputedPlace, LossBasis, Place } from "./levels";

type Placeable = { placed: Place | null; computed: ComputedPlace | null; withheld: boolean };

/** Both ways at once, or null where work events leave one of them open. */
export function placeOf(computed: ComputedPlace | null): Place | null {
  return computed?.frequency && computed.impact
    ? { frequency: computed.frequency.level, impact: computed.impact.level }
    : null;
}

export type Advice = { quadrant: Quadrant; from: "placed" | "computed"; instead: Quadrant | null };

/** What the rule says of a task: of where it was placed, else of where work events have it, and what they would say instead. */
export function adviceOf({ placed, computed }: Placeable): Advice | null {
  const measured = placeOf(computed);
  const at = placed ?? measured;
  if (!at) return null;
  const quadrant = quadrantOf(at);
  const other = measured && quadrantOf(measured);
  return { quadrant, from: placed ? "placed" : "computed", instead: other && other !== quadrant ? other : null };
}

const lossWords: Record<LossBasis, string> = {
  minutes: "by the minutes of jobs that go wrong",
  value: "by the value of jobs that go wrong",
  jobs: "by the share of jobs that go wrong (neither minutes nor value are on file)",
};

/** Why work events put a task where they do, a sentence for each way. */
export function reasonsOf(task: Placeable, minimum: number, formats: Formats): string[] {
  if (task.withheld) return [`Work events: withheld, done by fewer than ${minimum} people.`];
  const { computed } = task;
  if (!computed) return ["Work events: not known, nobody has a job of this task on file in the period."];
  const { frequency, impact } = computed;
  return [
    frequency
      ? `Frequency: ${formats.percent(frequency.shareOfJobs)} of the role's jobs, ${formats.figure(frequency.perPersonMonth)} per person and month.`
      : "Frequency: not known, the role has fewer than 50 jobs on file in the period.",
    impact
      ? `Impact: ${lossWords[impact.of]}, a job of this task loses ${formats.figure(impact.times)} times what a job of the role does.`
      : "Impact: not known, fewer than 30 jobs have an outcome on file, or none of the role went wrong.",
  ];
}

/** The advice with its reason in a sentence or two. */
export function adviceWords(task: Placeable): string {
  const advice = adviceOf(task);
  if (!advice) return "Place the task, or import work events, and the rule says how to support it.";
  const { where, advice: says } = quadrants[advice.quadrant];
  const by = advice.from === "placed" ? "as placed" : "by work events";
  const instead = advice.instead ? ` By work events it would be “${quadrants[advice.instead].name}”.` : "";
  return `${where} (${by}). ${says}${instead}`;
}

export const apartWords = ({ placed, computed }: Placeable) => differenceWords(placed, placeOf(computed));
