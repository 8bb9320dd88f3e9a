import type { Formats } from "@/lib/format/formats";
import type { Criterion, CriterionId, Level, Measured } from "@/lib/maturity/criteria";

export const levelNames: Record<Level, string> = {
  0: "Nothing recorded yet",
  1: "Event-based validation",
  2: "Manager-verified application",
  3: "Workflow-integrated signals",
  4: "Enterprise capability intelligence",
};

/** What a level means for whoever asks about a skill there. */
export const levelMeanings: Record<Exclude<Level, 0>, string> = {
  1: "Courses and certificates are recorded. Whether anybody uses a skill at work is not known.",
  2: "Managers look at described behaviours, regularly, and record what they see.",
  3: "Work systems see skills too, two sources agree, and what they show changes the map.",
  4: "Nearly every needed skill has evidence that is fresh, and its worth has been evaluated in money.",
};

const names: Record<CriterionId, string> = {
  events: "Learning is recorded for half of the people",
  behaviours: "Four in five needed skills are described by three behaviours or more",
  anchors: "Half of the behaviours say what each level looks like",
  observed: "Managers observed half of the people in the last 90 days",
  kept_up: "Somebody was observed in each of the last three months",
  operations: "Work events or KPI values of half of the people in the last three months",
  signals: "Work systems gave evidence of half of the people in the last 90 days",
  two_sources: "Of what has been seen, a quarter was seen alike by two sources",
  revised: "The map was changed, or a change decided, on evidence within a year",
  covered: "Four in five needed skills of people have evidence that still counts",
  fresh: "The newest signal from work is at most seven days old",
  valued: "An initiative for the role was evaluated (A to C) with costs and a KPI worth money",
};

export const criterionName = (id: CriterionId): string => names[id];

/** What was counted, as a short text. */
export function measuredText(measured: Measured, formats: Formats): string {
  if (measured.kind === "flag") return measured.value ? "Yes" : "Not yet";
  if (measured.kind === "share") {
    if (measured.all === 0) return "Nothing to count yet";
    const share = formats.percent(measured.of / measured.all, { decimals: 0 });
    return `${share} (${formats.number(measured.of)} of ${formats.number(measured.all)})`;
  }
  if (measured.is === "at-least") return `${measured.value ?? 0} of ${measured.limit} months`;
  return measured.value === null ? "No signal yet" : `${formats.number(measured.value)} days old`;
}

/** What is missing, in one line. */
export function missingText(missing: readonly Criterion[]): string {
  return missing.map(({ id }, index) => (index === 0 ? names[id] : lowered(names[id]))).join("; ");
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
